import { assertAtLeast } from '../arguments/assert-argument.ts';
import { createLeases } from './leases.ts';
import { type RateLimiter, startWait } from './limiter.ts';
import { createPausingLimiter } from './pausing-limiter.ts';
import { perToken } from './per-token.ts';
import { createSlidingWindow } from './sliding-window.ts';
import { createWaitQueue } from './wait-queue.ts';

/** Options of {@link createRateLimiter}. */
export interface RateLimiterOptions {
  /** The maximum number of requests in any window of `windowMs`. By default, there is no limit. */
  requests?: number | undefined;
  /**
   * The length of the window, in milliseconds.
   *
   * @default 3600000
   */
  windowMs?: number | undefined;
  /** The maximum number of concurrent requests; further ones wait. */
  concurrency?: number | undefined;
}

/**
 * Creates a per-token rate limiter for the option `rateLimit` of one or more clients: a sliding window for the rate, and
 * a semaphore for concurrent requests. Calls that have to wait are sent in order. Close to the limit, it spreads the
 * remaining requests over the window instead of stopping.
 *
 * @throws RangeError when `requests`, `windowMs` or `concurrency` would allow no request at all.
 *
 * @example
 * ```ts
 * import { createRateLimiter, createSyncClient } from '@telecrm/client';
 *
 * const telecrm = createSyncClient({
 *   rateLimit: createRateLimiter({ requests: 3600, windowMs: 3_600_000, concurrency: 4 }),
 * });
 * await telecrm.getEnterpriseMetadata();
 * ```
 */
export function createRateLimiter(options: RateLimiterOptions = {}): RateLimiter {
  if (Object(options) !== options) throw new TypeError('options must be an object');
  const { requests = Infinity, windowMs = 3_600_000, concurrency = Infinity } = options;
  assertAtLeast(1, { requests, windowMs, concurrency });
  const pausing = createPausingLimiter();
  if (Math.min(requests, concurrency) === Infinity) return pausing;
  const stateOf = perToken(() => ({
    window: createSlidingWindow(requests, windowMs),
    inFlight: createLeases(),
    queue: createWaitQueue(),
  }));

  return {
    ...pausing,
    async acquire(options) {
      await pausing.acquire(options);
      const { token, signal, leaseMs } = options;
      const { window, inFlight, queue } = stateOf(token);
      const entry = queue.enqueue();
      let reported = false;
      try {
        for (;;) {
          const now = Date.now();
          const ahead = entry.ahead();
          const waitMs = window.waitMs(now, ahead);
          if (ahead === 0 && waitMs <= 0 && inFlight.count(now) < concurrency) {
            const endRequest = window.start(now, leaseMs);
            const endLease = inFlight.start(now, leaseMs);
            return () => {
              endRequest(Date.now());
              endLease();
              queue.wakeFirst();
            };
          }
          if (waitMs > 0 && !reported) {
            startWait(waitMs, options);
            reported = true;
          }
          // A request in flight wakes the next one when it ends, unless it was canceled.
          await entry.wait(waitMs || leaseMs, signal);
        }
      } finally {
        entry.leave();
      }
    },
  };
}
