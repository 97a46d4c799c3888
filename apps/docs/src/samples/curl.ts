import { writeJson } from './json.ts';
import type { SampleRequest } from './requests.ts';

/** Writes a request as a curl command. */
export function writeCurl({ method, baseUrl, path, headers, body }: SampleRequest): string {
  const parts = [
    `curl ${quote(baseUrl + path)}`,
    // A body makes it a POST.
    ...(method === (body === undefined ? 'GET' : 'POST') ? [] : [`--request ${method}`]),
    ...Object.entries(headers).map(([name, value]) => `--header ${quote(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data ${quote(writeJson(body))}`]),
  ];
  return `${parts.join(' \\\n  ')}\n`;
}

/** In single quotes, in which a shell reads everything literally but the quote itself. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
