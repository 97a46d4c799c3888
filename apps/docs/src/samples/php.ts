import { type LiteralSyntax, writeLiteral } from './literal.ts';
import type { SampleRequest } from './requests.ts';

/** Writes a request in PHP with its curl extension. */
export function writePhp({ method, baseUrl, path, headers, body }: SampleRequest): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const data = writeLiteral(body, phpSyntax, { used: '$body = '.length });
  const hasBody = body !== undefined;
  return `<?php

$baseUrl = ${quote(baseUrl)};
${hasBody ? `$body = ${data};\n` : ''}
$request = curl_init($baseUrl . ${quote(path)});
curl_setopt_array($request, [
    CURLOPT_CUSTOMREQUEST => ${quote(method)},
    CURLOPT_HTTPHEADER => ${writeLiteral(lines, phpSyntax, { indent: '    ', used: 26 })},
${hasBody ? '    CURLOPT_POSTFIELDS => json_encode($body),\n' : ''}    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
]);
$response = curl_exec($request);
if ($response === false) {
    throw new RuntimeException(curl_error($request));
}
echo curl_getinfo($request, CURLINFO_RESPONSE_CODE), ' ', $response, PHP_EOL;
`;
}

/** The syntax of PHP. */
export const phpSyntax: LiteralSyntax = {
  string: quote,
  keyword: String,
  key: (name) => `${quote(name)} => `,
  list: ['[', ']'],
  object: ['[', ']'],
  // `json_encode` writes `[]` as a list.
  emptyObject: 'new stdClass()',
  lastComma: ',',
  indent: '    ',
};

function quote(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
}
