import { snippetz } from '@scalar/snippetz';
import type { SampleRequest } from '../spec/requests.ts';

type Target = Parameters<ReturnType<typeof snippetz>['print']>[0];
type Client = Parameters<ReturnType<typeof snippetz>['print']>[1];

const library = snippetz();

/** Writes requests in a language that the snippet library knows. */
export function writeHttp(target: Target, client: Client) {
  return ({ method, url, headers, body }: SampleRequest): string => {
    const code = library.print(target, client, {
      method,
      url,
      httpVersion: 'HTTP/1.1',
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      cookies: [],
      queryString: [],
      headersSize: -1,
      bodySize: -1,
      ...(body !== undefined && {
        postData: { mimeType: 'application/json', text: JSON.stringify(body) },
      }),
    });
    if (!code) throw new Error(`the snippet library cannot write ${target} with ${client}`);
    // Without the tag a file with this code is printed, not run.
    return target === 'php' ? `<?php\n${code}` : code;
  };
}
