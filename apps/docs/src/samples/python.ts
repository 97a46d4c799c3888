import { type LiteralSyntax, writeLiteral } from './literal.ts';
import type { SampleRequest } from './requests.ts';

/** Writes a request in Python 3 with its standard library. */
export function writePython({ method, baseUrl, path, headers, body }: SampleRequest): string {
  const hasBody = body !== undefined;
  const data = writeLiteral(body, pythonSyntax, { used: 'body = '.length });
  return `${hasBody ? 'import json\n' : ''}import urllib.request

base_url = ${JSON.stringify(baseUrl)}
${hasBody ? `body = ${data}\n` : ''}
request = urllib.request.Request(
    base_url + ${JSON.stringify(path)},
    method=${JSON.stringify(method)},
    headers=${writeLiteral(headers, pythonSyntax, { indent: '    ', used: 12 })},
${hasBody ? '    data=json.dumps(body).encode(),\n' : ''})
with urllib.request.urlopen(request, timeout=30) as response:
    print(response.status, response.read().decode())
`;
}

/** The syntax of Python. */
export const pythonSyntax: LiteralSyntax = {
  // Python has the same escape sequences as JSON.
  string: (text) => JSON.stringify(text),
  keyword: (value) => ({ true: 'True', false: 'False', null: 'None' })[`${value}`],
  key: (name) => `${JSON.stringify(name)}: `,
  list: ['[', ']'],
  object: ['{', '}'],
  emptyObject: '{}',
  lastComma: ',',
  indent: '    ',
};
