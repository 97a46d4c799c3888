import type { Logger } from '../logging/logger.ts';
import type { RateLimiter } from '../rate-limit/rate-limiter.ts';
import type { BodyCheck } from '../request/body-check.ts';

/** How often to try a call, and how long to wait in between. */
export interface RetryOptions {
  /**
   * How many times a call is sent at most. `1` never repeats.
   *
   * Repeated are: a 429, always, because it was not carried out; a call that surely reached no
   * server (no connection, no such host); and, where the spec says that a second arrival does no
   * harm, every network error, time-out, 408 and 5xx. So an append that may have happened is never
   * repeated.
   *
   * @default 3
   */
  maxAttempts?: number | undefined;
  /**
   * The longest wait before the second attempt, in milliseconds; it doubles with each further one.
   * The wait is a random part of it (full jitter), so that many clients do not come back at the
   * same moment. After a `Retry-After` it comes on top.
   *
   * @default 500
   */
  backoffMs?: number | undefined;
  /**
   * How long a call may be held back in one go, by `Retry-After` or by the rate limiter. A longer
   * wait fails at once, with the seconds in the error's `retryAfterSeconds`.
   *
   * @default 60000
   */
  maxWaitMs?: number | undefined;
}

/** What a single call accepts, beside its input. */
export interface CallOptions {
  /** Ends the call, a wait between two attempts included. */
  signal?: AbortSignal | undefined;
  /**
   * Ends the call as well, but only while it waits: for the rate limiter or for another attempt. A
   * request that is under way gets its answer. For an orderly stop.
   */
  waitSignal?: AbortSignal | undefined;
  /**
   * How long one attempt may take, reading its response included. `Infinity` sets no limit.
   *
   * @default the client's own `attemptTimeoutMs`
   */
  attemptTimeoutMs?: number | undefined;
  /**
   * How long the call may take in all: every attempt, every wait in between and the rate limiter.
   *
   * @default the client's own `totalTimeoutMs`
   */
  totalTimeoutMs?: number | undefined;
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
   * What sends a request, called once for every attempt: the place for a proxy, for tracing, or for
   * the sandbox in a test. `request.headers` holds the token: do not log it. A `fetch` that follows
   * redirects by itself must not be used: the client asks for `redirect: 'manual'`.
   *
   * @default the global `fetch`, looked up at each call
   * @example
   * ```ts
   * import { createSyncClient } from '@telecrm/client';
   *
   * createSyncClient({
   *   async fetch(request) {
   *     const response = await fetch(request);
   *     console.log(request.method, response.status);
   *     return response;
   *   },
   * });
   * ```
   */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /**
   * How long one attempt may take, reading its response included. `Infinity` sets no limit.
   *
   * @default 30000
   */
  attemptTimeoutMs?: number | undefined;
  /**
   * How long a call may take in all: every attempt, every wait in between and the rate limiter.
   * Set it where somebody waits for the answer, a visitor of a website for instance.
   *
   * @default Infinity
   * @example
   * ```ts
   * import { createAsyncClient } from '@telecrm/client';
   *
   * createAsyncClient({ attemptTimeoutMs: 3000, totalTimeoutMs: 8000 });
   * ```
   */
  totalTimeoutMs?: number | undefined;
  /**
   * The largest response to read, in bytes once it is decompressed. A larger one is an error.
   *
   * @default 16777216
   */
  maxResponseBytes?: number | undefined;
  /**
   * How often a call is tried, and how long it may wait. A call can differ.
   *
   * @example
   * ```ts
   * import { createSyncClient } from '@telecrm/client';
   *
   * const telecrm = createSyncClient({ retry: { maxAttempts: 5, backoffMs: 1000 } });
   * await telecrm.getEnterpriseMetadata({}, { retry: { maxAttempts: 1 } });
   * ```
   */
  retry?: RetryOptions | undefined;
  /**
   * Keeps the calls below a rate: what {@link createRateLimiter} makes, or `false` for none.
   *
   * @default on Async the documented limit of 18,000 an hour, shared by all clients of the process
   * that use the same token; on Sync none, since none is documented
   */
  rateLimit?: RateLimiter | false | undefined;
  /**
   * Looks at each body before anything is sent: `checker` of `@telecrm/client/check`, which finds what
   * telecrm would drop.
   *
   * @default nothing is checked
   */
  check?: BodyCheck | undefined;
  /**
   * Receives what happens during a call: every response, failure and wait, by codes and numbers
   * alone, so that no token and no personal data can get into your logs. What it throws is ignored.
   * With the environment variable `TELECRM_DEBUG` set, the client prints the same to the standard
   * error stream.
   *
   * @default nothing is logged
   * @example
   * ```ts
   * import { createSyncClient } from '@telecrm/client';
   *
   * createSyncClient({
   *   logger: ({ type, operationId, attempt, status, durationMs }) =>
   *     console.log(type, operationId, attempt, status, durationMs),
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
