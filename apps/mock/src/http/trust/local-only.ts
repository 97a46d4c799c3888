import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isIPv4 } from 'node:net';
import { type ApiResponse, errorResponse } from '@telecrm/sandbox/adapter';

/**
 * Authorizes requests to a control surface without a token: only programs on this machine may use it, but not web pages
 * open in its browsers. A page cannot choose the Host header, so a foreign host name that resolves to this machine (DNS
 * rebinding) is detected there; and the origin, if a browser sends it, must be the sandbox's own.
 *
 * @returns `undefined` allows a request, otherwise the result is the error response.
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
      'The request came through a proxy, so it could come from anywhere: start the sandbox with --control-token, or with --trust-proxy if the proxy restricts access.',
    );
  }
  if (!isLoopback(socket.remoteAddress ?? '')) {
    return forbidden(
      'The control surface accepts only calls from this machine: start the sandbox with --control-token to use it from elsewhere.',
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
 * Rejects a foreign host name if the sandbox listens on a loopback address: otherwise a web page could use the APIs
 * with the public tokens by DNS rebinding.
 */
export function localHostOnly({ headers }: IncomingMessage): ApiResponse | undefined {
  if (headers.host === undefined || isLocalName(headers.host)) return undefined;
  return forbidden(
    'The Host header does not name this machine: call 127.0.0.1 or localhost, or start the sandbox with --trust-proxy or another --host.',
  );
}

/** Whether a proxy has added its headers to the request. */
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
