import type { Client } from 'openapi-fetch';
import { type Answer, errorFrom, parse } from './answer.ts';
import { refuseBrowser } from './browser.ts';
import { connect } from './connect.ts';
import { failed, TelecrmError } from './error.ts';
import { createHttp } from './http.ts';
import type { RateLimiter } from './limiter.ts';
import { type Operation, readTable } from './operation.ts';
import type { CallOptions, ClientOptions } from './options.ts';
import { createSend } from './send.ts';
import { remember } from './sent.ts';
import type { Tried, Trying } from './try.ts';

/** What makes one API another than the other. */
interface Api {
  type: 'Sync' | 'Async';
  production: string;
  table: string;
  /** The limiter of clients that are given none. */
  limiter?: RateLimiter;
  /** What a method resolves with for the text of a 2xx; throws if that is no success after all. */
  accept(text: string | undefined, response: Response, operation: Operation): object;
  serialize(body: unknown): string;
  /** Adds iterators to methods that page, where there are any. */
  paged?(method: Method, operation: Operation): Method;
}

interface Options extends ClientOptions {
  token?: string | undefined;
  baseUrl?: string | undefined;
}

type Input = Record<string, string | number | undefined>;
type Method = (input?: Input, options?: CallOptions) => Promise<unknown>;

/** A client of one API: its methods, the same ones under `try`, and the API path by path. */
export function createApi<Methods, Paths extends object>(
  api: Api,
  options: Options,
): Methods & { http: Client<Paths>; try: Trying<Methods> } {
  refuseBrowser(options.dangerouslyAllowBrowser);
  const connection = connect(api.type, api.production, options);
  const operations = readTable(api.table);
  const send = createSend(connection.token, options, options.rateLimit ?? api.limiter);
  const { http, fetchFor } = createHttp<Paths>(connection, options, operations, api.serialize, send);
  // The types of openapi-fetch know paths, not operations.
  const { request } = http as unknown as { request: Requester };

  const methods: Record<string, Method> = {};
  const attempts: Record<string, Method> = {};
  for (const operation of operations) {
    const { id, method, path } = operation;

    async function attempt(input: Input = {}, options: CallOptions = {}): Promise<Tried<object>> {
      try {
        const { body } = input;
        const query: Input = {};
        for (const name in input) {
          const braced = `{${name}}`;
          if (operation.query.includes(braced)) query[name] = input[name];
          else if (!`${path}{body}`.includes(braced)) throw new TypeError(`it takes no "${name}"`);
        }
        const { data: text, error, response } = await request(method, path, {
          params: { path: input, query },
          body,
          headers: options.headers,
          // What an answer means is decided here, not by openapi-fetch.
          parseAs: 'text',
          fetch: fetchFor(options, operation),
        });
        if (!response.ok) throw errorFrom(response, error, operation);
        const data = api.accept(text, response, operation);
        remember(data, body);
        return { ok: true, data, response };
      } catch (cause) {
        if (cause instanceof TelecrmError) return { ok: false, error: cause };
        return { ok: false, error: failed(id, 'NOT_SENT', cause) };
      }
    }

    async function call(input?: Input, options?: CallOptions): Promise<object> {
      const tried = await attempt(input, options);
      if (tried.ok) return tried.data;
      throw tried.error;
    }

    attempts[id] = attempt;
    methods[id] = api.paged?.(call, operation) ?? call;
  }
  // The table and the types are generated from the same operations.
  return { ...methods, http, try: attempts } as never;
}

type Requester = (
  method: string,
  path: string,
  init: object,
) => Promise<{ data?: string; error?: Answer | string; response: Response }>;

/** A 2xx of the Sync API is an object without an `error` in it. */
export function acceptObject(
  text: string | undefined,
  response: Response,
  operation: Operation,
): object {
  const data = parse(text);
  if (data && typeof data === 'object' && !data.error) return data;
  throw errorFrom(response, data, operation);
}
