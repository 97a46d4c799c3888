import type { CallOptions } from '../clients/options.ts';
import { userAgent } from '../generated/facts.ts';
import { fillPath } from './fill-path.ts';
import type { Operation } from './operation.ts';

/** A request before it is sent: everything but the token, which each attempt asks for. */
export interface ApiRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  /** Undefined for a path that is not in the spec. */
  readonly operation: Operation | undefined;
  /** Whether it is idempotent: a second arrival does no harm. */
  readonly idempotent: boolean;
}

/** What a method is given: its parameters, flat, and its body. */
export type Input = Readonly<Record<string, unknown>>;

/** What requests of a client have in common. */
export interface RequestDefaults {
  readonly baseUrl: string;
  readonly enterpriseId: string;
  readonly headers: Headers | Record<string, string> | undefined;
  /** The body in the form that the API takes. */
  readonly prepareBody: (body: unknown) => unknown;
}

/** Builds the request of one call of an operation. */
export function buildRequest(
  operation: Operation,
  input: Input,
  call: CallOptions,
  { baseUrl, enterpriseId, headers, prepareBody }: RequestDefaults,
): ApiRequest {
  checkInput(operation, input);
  const path = fillPath(`/enterprise/{enterpriseId}${operation.path}`, { ...input, enterpriseId });
  const query = new URLSearchParams();
  for (const name of operation.query ?? []) {
    const value = input[name];
    if (value !== undefined) query.set(name, String(value));
  }
  const search = query.size > 0 ? `?${query}` : '';
  const body = input.body === undefined ? undefined : JSON.stringify(prepareBody(input.body));
  return {
    method: operation.method,
    url: `${baseUrl}${path}${search}`,
    headers: requestHeaders(body, headers, call.headers),
    body,
    operation,
    idempotent: isIdempotent(operation, input.body),
  };
}

/** Whether a second arrival of a request does no harm, by the `x-retry` of the spec. */
export function isIdempotent({ repeat }: Operation, body: unknown): boolean {
  if (repeat === 'harmless-without-actions') return !hasActions(body);
  return repeat === 'harmless';
}

/** The headers of all parts, later ones first, with a `User-Agent` that ends in the client's own. */
export function requestHeaders(
  body: string | undefined,
  ...parts: (Headers | Record<string, string> | undefined)[]
): Headers {
  const headers = new Headers(body === undefined ? {} : { 'Content-Type': 'application/json' });
  for (const part of parts) {
    new Headers(part).forEach((value, name) => {
      headers.set(name, value);
    });
  }
  headers.set('User-Agent', `${headers.get('User-Agent') ?? ''} ${userAgent}`.trim());
  return headers;
}

function hasActions(body: unknown): boolean {
  if (typeof body !== 'object' || body === null || !('actions' in body)) return false;
  // An empty list appends nothing; anything else might be read as a list.
  return !Array.isArray(body.actions) || body.actions.length > 0;
}

function checkInput({ path, query = [] }: Operation, input: Input): void {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    const type = Array.isArray(input) ? 'an array' : input === null ? 'null' : `a ${typeof input}`;
    throw new TypeError(`it takes one object such as { ${exampleOf(path)} }, not ${type}`);
  }
  for (const name of Object.keys(input)) {
    if (name !== 'body' && !query.includes(name) && !path.includes(`{${name}}`)) {
      throw new TypeError(`it takes no "${name}"`);
    }
  }
}

/** The path parameters of an operation, as an object literal has them; else its body. */
function exampleOf(path: string): string {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  return names.join(', ') || 'body';
}
