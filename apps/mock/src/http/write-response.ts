import type { ServerResponse } from 'node:http';
import { type ApiResponse, encodeResponse } from '@telecrm/sandbox/adapter';

/** Writes a response to Node's own, which takes a fraction of the time that a web-standard `Response` does. */
export function writeResponse(outgoing: ServerResponse, response: ApiResponse): void {
  const { status, headers, text } = encodeResponse(response);
  if (text === undefined) {
    if (status !== 204 && status !== 304) headers['content-length'] = '0';
    outgoing.writeHead(status, headers).end();
    return;
  }
  const bytes = Buffer.byteLength(text);
  headers['content-length'] = String(bytes);
  // Text of ASCII alone is the same in both encodings, and Node writes it faster as Latin-1.
  outgoing.writeHead(status, headers).end(text, bytes === text.length ? 'latin1' : 'utf8');
}
