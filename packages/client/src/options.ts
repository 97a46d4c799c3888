import type { Middleware } from 'openapi-fetch';
import type { RateLimiter } from './limiter.ts';
import type { Logger } from './logger.ts';

/** How often to try a call, and how long to wait in between. */
export interface RetryOptions {
  /**
   * How many times a call is sent at most. `1` never repeats.
   *
   * Repeated are: a 429, always, because it was not carried out; a call that surely never left
   * (no connection, no such host); and, where the spec says that a second arrival does no harm,
   * every network error, time-out, 408 and 5xx. So an append that may have happened is never
   * repeated.
   *
   * @default 3
   */
  tries?: number | undefined;
  /**
   * The longest wait before the second try, in milliseconds; it doubles with each further one. The
   * wait is a random part of it, so that many clients do not come back at the same moment.
   *
   * @default 500
   */
  backoffMs?: number | undefined;
  /**
   * How long a call may be held back in one go, by `Retry-After` or by the rate limiter. A longer
   * wait fails at once, with the seconds in the error's `retryAfter`.
   *
   * @default 60000
   */
  maxWaitMs?: number | undefined;
}

/** What a single call accepts, beside its input. */
export interface CallOptions {
  /** Ends the call, a wait between two tries included. */
  signal?: AbortSignal | undefined;
  /**
   * How long one try may take, reading its answer included. `Infinity` sets no limit.
   *
   * @default the client's own `timeoutMs`
   */
  timeoutMs?: number | undefined;
  /** Settings that differ from the client's own `retry`. */
  retry?: RetryOptions | undefined;
  /** Headers to add to this call. */
  headers?: Record<string, string> | undefined;
}

/** What both clients accept. Everything has a default, so a call with no options is fine. */
export interface ClientOptions {
  /**
   * The workspace to work in: Settings → Website and API in the telecrm dashboard.
   *
   * @default the environment variable `TELECRM_ENTERPRISE_ID`
   */
  enterpriseId?: string | undefined;
  /**
   * Headers to add to every call. `Authorization` always stays the client's own, and a
   * `User-Agent` of yours is put before the client's.
   *
   * @example
   * ```ts
   * import { createSyncClient } from '@telecrm/client';
   *
   * createSyncClient({ headers: { 'User-Agent': 'acme-website/2.1' } });
   * ```
   */
  headers?: Headers | Record<string, string> | undefined;
  /**
   * openapi-fetch middleware for every call, run in this order after the client has put its
   * own headers on the request. It sees each call once, whatever it takes to be answered; use
   * `fetch` or `logger` to see every try. `request.headers` holds the token: do not log it.
   *
   * @example
   * ```ts
   * import { createSyncClient } from '@telecrm/client';
   *
   * createSyncClient({
   *   middleware: [
   *     { onResponse: ({ schemaPath, response }) => console.log(schemaPath, response.status) },
   *   ],
   * });
   * ```
   */
  middleware?: readonly Middleware[] | undefined;
  /**
   * What sends the request, once for every try.
   *
   * @default the global `fetch`, looked up at each call
   */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /**
   * How long one try may take, reading its answer included. `Infinity` sets no limit.
   *
   * @default 30000
   */
  timeoutMs?: number | undefined;
  /**
   * How often a call is tried, and how long it may wait. A call can differ.
   *
   * @example
   * ```ts
   * import { createSyncClient } from '@telecrm/client';
   *
   * const telecrm = createSyncClient({ retry: { tries: 5, backoffMs: 1000 } });
   * await telecrm.getEnterpriseMetadata({}, { retry: { tries: 1 } });
   * ```
   */
  retry?: RetryOptions | undefined;
  /**
   * Keeps the calls below a rate: a {@link rateLimiter}, or `false` for none.
   *
   * @default on Async the documented limit of 18,000 an hour, shared by all clients of the process
   * that use the same token; on Sync none, since none is documented
   */
  rateLimit?: RateLimiter | false | undefined;
  /**
   * Receives what happens on the way: every answer, failure and wait, by codes and numbers alone,
   * so that no token and no personal data can get into your logs. What it throws is ignored.
   *
   * @default nothing is logged
   * @example
   * ```ts
   * import { createSyncClient } from '@telecrm/client';
   *
   * createSyncClient({
   *   logger: ({ type, operationId, attempt, status, ms }) =>
   *     console.log(type, operationId, attempt, status, ms),
   * });
   * ```
   */
  logger?: Logger | undefined;
  /**
   * Lets the client run in a web page. Everybody who opens the page can then read the token and
   * use it: a Sync token reads every lead of the workspace.
   *
   * @default false
   */
  dangerouslyAllowBrowser?: boolean | undefined;
}
