import { timingSafeEqual } from 'node:crypto';
import { failure, type MockResponse } from '../envelope.ts';
import type { Caller } from '../serve.ts';
import { bearer } from '../workspaces/tenants.ts';

/** Who may use the control surface: `undefined` lets a call in, anything else is the answer. */
export type Guard = (c: Caller) => MockResponse | undefined;

/**
 * With a token, whoever has it. Without one, programs of this machine; a web page that happens to be open on it is not
 * one of them. A page cannot choose the Host header, so a foreign name that has been made to lead here (DNS rebinding)
 * shows there; and what changes something has to come from the sandbox's own origin, if a browser names one.
 */
export function createGuard(token: string | undefined): Guard {
  return token === undefined ? localOnly : (c) => withToken(c, token);
}

function withToken(c: Caller, token: string): MockResponse | undefined {
  const sent = bearer(c.req.header('authorization')) ?? '';
  if (equal(sent, token)) return undefined;
  const message =
    'This needs the control token: send Authorization: Bearer with the value of --control-token.';
  return failure(401, 'NOT_AUTHORIZED', message);
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function localOnly(c: Caller): MockResponse | undefined {
  const { socket, headers } = c.env.incoming;
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

function forbidden(message: string): MockResponse {
  return failure(403, 'FORBIDDEN', message);
}
