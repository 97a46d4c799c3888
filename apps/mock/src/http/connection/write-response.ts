import type { ServerResponse } from 'node:http';
import { type ApiResponse, encodeResponse } from '@telecrm/sandbox/adapter';

/** Writes a response with Node's API, which is several times faster than a web-standard `Response`. */
export async function writeResponse(
  outgoing: ServerResponse,
  response: ApiResponse,
): Promise<void> {
  const { status, headers, content } = await encodeResponse(response);
  if (content === undefined) {
    if (status !== 204 && status !== 304) headers['content-length'] = '0';
    outgoing.writeHead(status, headers).end();
  } else if (typeof content === 'string') {
    const bytes = Buffer.byteLength(content);
    headers['content-length'] = String(bytes);
    // ASCII text is the same in both encodings, and Node writes it faster as Latin-1.
    outgoing.writeHead(status, headers).end(content, bytes === content.length ? 'latin1' : 'utf8');
  } else {
    headers['content-length'] = String(content.reduce((sum, { length }) => sum + length, 0));
    outgoing.writeHead(status, headers);
    for (const chunk of content) outgoing.write(chunk);
    outgoing.end();
  }
}
