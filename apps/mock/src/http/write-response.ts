import type { ServerResponse } from 'node:http';
import { type ApiResponse, encodeResponse } from '@telecrm/sandbox/adapter';

/** Writes a response to Node's own, which takes a fraction of the time that a web-standard `Response` does. */
export function writeResponse(outgoing: ServerResponse, response: ApiResponse): void {
  const { status, headers, text } = encodeResponse(response);
  if (text !== undefined) headers['content-length'] = String(Buffer.byteLength(text));
  else if (status !== 204 && status !== 304) headers['content-length'] = '0';
  outgoing.writeHead(status, headers);
  outgoing.end(text);
}
