import type { Client } from 'openapi-fetch';
import { type Answer, errorFrom, parse } from './answer.ts';
import { refuseBrowser } from './browser.ts';
import { connect } from './connect.ts';
import { TelecrmError } from './error.ts';
import { failed } from './failed.ts';
import { createHttp } from './http.ts';
import type { RateLimiter } from './limiter.ts';
import { type Operation, readTable } from './operation.ts';
import type { CallOptions, ClientOptions } from './options.ts';
import { createSend } from './send.ts';
import { sentFor } from './sent.ts';
import type { Tried, Trying } from './try.ts';

/** What makes one API another than the other; by place, since names would weigh more. */
type Api = readonly [
  type: 'Sync' | 'Async',
  production: string,
  table: string,
  /** What a method resolves with for the text of a 2xx; throws if that is no success after all. */
  accept: (text: string | undefined, response: Response, operation: Operation) => object,
  serialize: (body: unknown) => string,
  /** Adds iterators to methods that page, where there are any. */
  paged?: ((method: Method, operation: Operation) => Method) | undefined,
  /** The limiter of clients that are given none. */
  limiter?: RateLimiter,
];

interface Options extends ClientOptions {
  token?: string | undefined;
  baseUrl?: string | undefined;
}

type Input = Record<string, string | number | undefined>;
type Method = (input?: Input, options?: CallOptions) => Promise<unknown>;

/** A client of one API: its methods, the same ones under `try`, and the API path by path. */
export function createApi<Methods, Paths extends object>(
  [type, production, table, accept, serialize, paged, limiter]: Api,
  options: Options,
): Methods & { http: Client<Paths>; try: Trying<Methods> } {
  refuseBrowser(options.dangerouslyAllowBrowser);
  const connection = connect(type, production, options);
  const operations = readTable(table);
  const send = createSend(connection.token, options, options.rateLimit ?? limiter);
  const { http, initFor } = createHttp<Paths>(connection, options, operations, serialize, send);
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
          if (operation.query?.includes(braced)) query[name] = input[name];
          else if (!`${path}{body}`.includes(braced)) throw new TypeError(`it takes no "${name}"`);
        }
        const {
          data: text,
          error,
          response,
        } = await request(method, path, {
          params: { path: input, query },
          body,
          headers: options.headers,
          // What an answer means is decided here, not by openapi-fetch.
          parseAs: 'text',
          ...initFor(options, operation),
        });
        if (!response.ok) throw errorFrom(response, error, operation);
        const data = accept(text, response, operation);
        sentFor.set(data, body);
        return { ok: true, data, response };
      } catch (cause) {
        if (cause instanceof TelecrmError) return { ok: false, error: cause };
        return { ok: false, error: failed(id, 'NOT_SENT', cause) };
      }
    }

    const call: Method = async (...args) => {
      const tried = await attempt(...args);
      if (tried.ok) return tried.data;
      throw tried.error;
    };

    attempts[id] = attempt;
    methods[id] = paged?.(call, operation) ?? call;
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
  if (Object(data) === data && !(data as Answer).error) return data as Answer;
  throw errorFrom(response, data, operation);
}
