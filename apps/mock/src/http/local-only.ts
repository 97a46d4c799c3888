import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isIPv4 } from 'node:net';
import { type ApiResponse, errorResponse } from '@telecrm/sandbox/adapter';

/**
 * Who may use a control surface that has no token: programs of this machine. A web page that happens to be open on it is
 * not one of them. A page cannot choose the Host header, so a foreign name that has been made to lead here (DNS
 * rebinding) shows there; and what changes something has to come from the sandbox's own origin, if a browser names one.
 *
 * @returns `undefined` lets a request in, anything else is the response.
 */
export function localOnly(
  { socket, headers }: IncomingMessage,
  { trustProxy }: { trustProxy: boolean },
): ApiResponse | undefined {
  const { host, origin } = headers;
  const scheme = 'encrypted' in socket ? 'https' : 'http';
  if (trustProxy) return undefined;
  if (isForwarded(headers)) {
    return forbidden(
      'This came through a proxy, so it may be from anywhere: start the sandbox with --control-token, or with --trust-proxy if the proxy lets in nobody else.',
    );
  }
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
  const foreign = origin !== undefined && origin !== `${scheme}://${host}`;
  if (foreign || headers['sec-fetch-site'] === 'cross-site') {
    return forbidden('A page of another origin may not use the control surface.');
  }
  return undefined;
}

/**
 * Refuses a foreign name in the Host header where the sandbox listens on this machine alone: a web page that is open on
 * it could otherwise use the APIs with the public tokens, by a name that has been made to lead here.
 */
export function localHostOnly({ headers }: IncomingMessage): ApiResponse | undefined {
  if (headers.host === undefined || isLocalName(headers.host)) return undefined;
  return forbidden(
    'The Host header does not name this machine: call 127.0.0.1 or localhost, or start the sandbox with --trust-proxy or another --host.',
  );
}

/** Whether a proxy says that it has passed a request on. */
function isForwarded(headers: IncomingHttpHeaders): boolean {
  return Object.keys(headers).some((name) =>
    /^(x-forwarded-.+|x-real-ip|forwarded|via)$/.test(name),
  );
}

export function isLoopback(address: string): boolean {
  return /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address) || address === '::1';
}

export function isLocalName(host: string): boolean {
  const [, name = ''] = /^(.+?)(?::\d+)?$/.exec(host.toLowerCase()) ?? [];
  return name === 'localhost' || name === '[::1]' || (isIPv4(name) && name.startsWith('127.'));
}

function forbidden(message: string): ApiResponse {
  return errorResponse(403, 'FORBIDDEN', message);
}
