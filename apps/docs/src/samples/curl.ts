import { writeJson } from './json.ts';
import type { SampleRequest } from './requests.ts';

/** Writes a request as a curl command. */
export function writeCurl({ method, baseUrl, path, headers, body }: SampleRequest): string {
  const data = body === undefined ? undefined : writeJson(body);
  return curlCommand({ method, url: baseUrl + path, headers, data });
}

/** A request with its body as text. */
interface CurlRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  data: string | undefined;
}

/** Writes a request whose body is text as a curl command. */
export function curlCommand({ method, url, headers, data }: CurlRequest): string {
  const parts = [
    `curl ${quote(url)}`,
    // With a body, curl sends a POST by default.
    ...(method === (data === undefined ? 'GET' : 'POST') ? [] : [`--request ${method}`]),
    ...Object.entries(headers).map(([name, value]) => `--header ${quote(`${name}: ${value}`)}`),
    ...(data === undefined ? [] : [`--data ${quote(data)}`]),
  ];
  return `${parts.join(' \\\n  ')}\n`;
}

/** Quotes an argument for a shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
