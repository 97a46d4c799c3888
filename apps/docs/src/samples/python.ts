import { type LiteralSyntax, writeLiteral } from './literal.ts';
import type { SampleRequest } from './requests.ts';

/** Writes a request with the standard library of Python 3. */
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

export const pythonSyntax: LiteralSyntax = {
  // The escapes of JSON mean the same in Python.
  string: (text) => JSON.stringify(text),
  keyword: (value) => ({ true: 'True', false: 'False', null: 'None' })[`${value}`],
  key: (name) => `${JSON.stringify(name)}: `,
  list: ['[', ']'],
  object: ['{', '}'],
  emptyObject: '{}',
  lastComma: ',',
  indent: '    ',
};
