import type { IncomingMessage } from 'node:http';
import { type ApiResponse, errorResponse } from '@telecrm/sandbox/adapter';

/**
 * Who may use a control surface that has no token: programs of this machine. A web page that happens to be open on it is
 * not one of them. A page cannot choose the Host header, so a foreign name that has been made to lead here (DNS
 * rebinding) shows there; and what changes something has to come from the sandbox's own origin, if a browser names one.
 *
 * @returns `undefined` lets a request in, anything else is the response.
 */
export function localOnly({ socket, headers }: IncomingMessage): ApiResponse | undefined {
  const { host, origin } = headers;
  if (!isLoopback(socket.remoteAddress ?? '')) {
    return forbidden(
      'The control surface answers this machine only: start the sandbox with --control-token to use it from elsewhere.',
    );
  }
  if (host !== undefined && !isLocalName(host)) {
    return forbidden(
      'The Host header does not name this machine: call 127.0.0.1 or localhost, or start the sandbox with --control-token.',
    );
  }
  const foreign = origin !== undefined && origin !== `http://${host}`;
  if (foreign || headers['sec-fetch-site'] === 'cross-site') {
    return forbidden('A page of another origin may not use the control surface.');
  }
  return undefined;
}

export function isLoopback(address: string): boolean {
  return /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address) || address === '::1';
}

export function isLocalName(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(host);
}

function forbidden(message: string): ApiResponse {
  return errorResponse(403, 'FORBIDDEN', message);
}
