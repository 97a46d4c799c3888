import type { Logger } from '../logging/logger.ts';
import type { RateLimiter } from '../rate-limit/limiter.ts';
import type { BodyCheck } from '../request/body-check.ts';

/** How often to attempt a call, and how long to wait between attempts. */
export interface RetryOptions {
  /**
   * The maximum number of attempts. `1` means no retries.
   *
   * The client always retries a 429, because the call was not carried out, and a call that certainly
   * did not reach a server (no connection, no such host). If the spec marks the operation as
   * idempotent, it also retries network errors, timeouts, 408 and 5xx. So it never repeats a call that
   * may have appended something.
   *
   * @default 3
   */
  maxAttempts?: number | undefined;
  /**
   * The longest wait before the second attempt, in milliseconds; it doubles for each further attempt.
   * The actual wait is a random part of it (full jitter), so that many clients do not retry at the
   * same time. It is added to the wait that a `Retry-After` header asks for.
   *
   * @default 500
   */
  backoffMs?: number | undefined;
  /**
   * The longest single wait, for `Retry-After` or for the rate limiter. If a wait would be longer, the
   * call fails immediately, and `retryAfterSeconds` of the error has its length.
   *
   * @default 60000
   */
  maxWaitMs?: number | undefined;
}

/** Options of a single call. */
export interface CallOptions {
  /** Aborts the call, including a wait between attempts. */
  signal?: AbortSignal | undefined;
  /**
   * Aborts the call only while it waits for the rate limiter or for another attempt. A request in
   * flight is completed. Use it for a graceful shutdown.
   */
  waitSignal?: AbortSignal | undefined;
  /**
   * The time limit of one attempt, including reading the response, in milliseconds. `Infinity` means no limit.
   *
   * @default `attemptTimeoutMs` of the client
   */
  attemptTimeoutMs?: number | undefined;
  /**
   * The time limit of the whole call, including all attempts and waits, in milliseconds.
   *
   * @default `totalTimeoutMs` of the client
   */
  totalTimeoutMs?: number | undefined;
  /** Overrides settings of the client's `retry`. */
  retry?: RetryOptions | undefined;
  /** Headers to add to this call. */
  headers?: Record<string, string> | undefined;
}

/** Options of both clients. All of them have a default. */
export interface ClientOptions {
  /**
   * The ID of the workspace: Settings → Website and API in the telecrm dashboard.
   *
   * @default the environment variable `TELECRM_ENTERPRISE_ID`
   */
  enterpriseId?: string | undefined;
  /**
   * Headers to add to every call. The client always sets `Authorization` itself, and appends its own
   * product to your `User-Agent`.
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
   * The function that sends a request. It is called once for every attempt. Use it for a proxy, for
   * tracing, or for the sandbox in a test. `request.headers` contains the token: do not log it. The
   * function must not follow redirects: the client sets `redirect: 'manual'`.
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
   * The time limit of one attempt, including reading the response, in milliseconds. `Infinity` means no limit.
   *
   * @default 30000
   */
  attemptTimeoutMs?: number | undefined;
  /**
   * The time limit of a whole call, including all attempts and waits, in milliseconds. Set it wherever
   * someone waits for the response, such as a visitor of a website.
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
   * The maximum size of a response, in bytes after decompression. A larger response is an error.
   *
   * @default 16777216
   */
  maxResponseBytes?: number | undefined;
  /**
   * How often a call is attempted, and how long it may wait. The options of a call can override it.
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
   * A rate limiter from {@link createRateLimiter}, or `false` for none.
   *
   * @default on Async the documented limit of 18,000 an hour, shared by all clients of the process
   * that use the same token; on Sync none, since none is documented
   */
  rateLimit?: RateLimiter | false | undefined;
  /**
   * Checks each body before it is sent. `checker` of `@telecrm/client/check` finds what telecrm would
   * drop.
   *
   * @default nothing is checked
   */
  check?: BodyCheck | undefined;
  /**
   * Receives an event for every response, failure and wait. Events contain only codes and numbers, so
   * that no token and no personal data can get into your logs. Errors that it throws are ignored. If the
   * environment variable `TELECRM_DEBUG` is set, the client prints the same events to standard error.
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
   * Allows the client to run in a web page. Everyone who opens the page can then read and use the
   * token: a Sync token can read every lead of the workspace.
   *
   * @default false
   */
  dangerouslyAllowBrowser?: boolean | undefined;
}
