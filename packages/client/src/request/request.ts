import { describeType } from '../arguments/describe-type.ts';
import type { CallOptions } from '../clients/options.ts';
import { userAgent } from '../generated/facts.ts';
import { isObject } from './body.ts';
import { fillPath } from './fill-path.ts';
import type { Operation } from './operation.ts';

/** A request without its token, which is read before each attempt. */
export interface ApiRequest {
  readonly method: string;
  readonly url: string;
  /** Keyed by name in lower case. `fetch` creates a `Headers` object anyway, so this is a plain one. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Undefined for a path that is not in the spec. */
  readonly operation: Operation | undefined;
  /** Whether sending it twice is harmless. */
  readonly idempotent: boolean;
}

/** The input of a method: its parameters and its body in one object. */
export type Input = Readonly<Record<string, unknown>>;

/** What requests of a client have in common. */
export interface RequestDefaults {
  readonly baseUrl: string;
  readonly enterpriseId: string;
  /** The base URL with the path of the workspace. */
  readonly workspaceUrl: string;
  readonly headers: Headers | Record<string, string> | undefined;
  /** Converts a body to the form that the API expects. */
  readonly prepareBody: (body: unknown) => unknown;
}

/** Builds the request of a call. */
export function buildRequest(
  operation: Operation,
  input: Input,
  call: CallOptions,
  { workspaceUrl, headers, prepareBody }: RequestDefaults,
): ApiRequest {
  checkInput(operation, input);
  let url = workspaceUrl + fillPath(operation.path, input);
  let separator = '?';
  for (const name of operation.query ?? []) {
    if (input[name] === undefined) continue;
    url += `${separator}${name}=${encodeURIComponent(`${input[name]}`)}`;
    separator = '&';
  }
  const body = input.body === undefined ? undefined : JSON.stringify(prepareBody(input.body));
  return {
    method: operation.method,
    url,
    headers: requestHeaders(body, headers, call.headers),
    body,
    operation,
    idempotent: isIdempotent(operation, input.body),
  };
}

/** Whether sending a request twice is harmless, according to `x-retry` of the spec. */
export function isIdempotent({ repeat }: Operation, body: unknown): boolean {
  return !repeat || (repeat === 'harmless-without-actions' && !hasActions(body));
}

/** Merges headers; later ones take precedence. The product of the client is appended to `User-Agent`. */
export function requestHeaders(
  body: string | undefined,
  ...parts: (Headers | Record<string, string> | undefined)[]
): Record<string, string> {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['content-type'] = 'application/json';
  for (const part of parts) {
    if (!part) continue;
    try {
      new Headers(part).forEach((value, name) => {
        headers[name] = value;
      });
    } catch {
      // The error quotes the value, which may be secret.
      throw new TypeError(
        'headers has a name or a value that HTTP does not allow, for example with a line break',
      );
    }
  }
  headers['user-agent'] = `${headers['user-agent'] ?? ''} ${userAgent}`.trim();
  return headers;
}

function hasActions(body: unknown): boolean {
  if (!isObject(body) || !('actions' in body)) return false;
  // An empty list appends nothing; the API might read any other value as a list.
  return !Array.isArray(body.actions) || body.actions.length > 0;
}

function checkInput(operation: Operation, input: Input): void {
  const { path, query = [] } = operation;
  if (!isObject(input)) throw new TypeError(`${expected(operation)}, not ${describeType(input)}`);
  for (const name of Object.keys(input)) {
    if (name !== 'body' && !query.includes(name) && !path.includes(`{${name}}`)) {
      throw new TypeError(`unknown parameter "${name}": ${expected(operation)}`);
    }
  }
}

/** Describes the input of an operation: its path parameters, and its body. */
function expected({ method, path }: Operation): string {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ` ${name}`);
  if (method !== 'GET') names.push(' body');
  return `expected an object such as {${names} }`;
}
