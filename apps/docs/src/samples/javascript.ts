import { writeLiteral } from './literal.ts';
import type { SampleRequest } from './requests.ts';
import { typescriptSyntax } from './typescript.ts';

/** Writes a request with `fetch`, which every JavaScript runtime supports. */
export function writeJavaScript({ method, baseUrl, path, headers, body }: SampleRequest): string {
  const hasBody = body !== undefined;
  const literal = (value: unknown, indent: string, used: number) =>
    writeLiteral(value, typescriptSyntax, { indent, used });
  const address = `\`\${baseUrl}${path}\``;
  const request = {
    ...(method !== 'GET' && { method: literal(method, '  ', 0) }),
    headers: literal(headers, '  ', '  headers: ,'.length),
    ...(hasBody && { body: 'JSON.stringify(body)' }),
    signal: 'AbortSignal.timeout(30_000)',
  };
  const options = Object.entries(request).map(([key, value]) => `  ${key}: ${value},\n`);
  return `const baseUrl = ${literal(baseUrl, '', 0)};
${hasBody ? `const body = ${literal(body, '', 'const body = ;'.length)};\n` : ''}
const response = await fetch(${address}, {
${options.join('')}});
console.log(response.status, await response.text());
`;
}
