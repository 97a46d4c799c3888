import { sleep } from '../send/timer.ts';
import { createSemaphore, type Semaphore } from './semaphore.ts';
import { createSlidingWindow, type SlidingWindow } from './sliding-window.ts';
import { createWaitQueue, type WaitQueue } from './wait-queue.ts';

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

/** Options of {@link RateLimiter.acquire}. */
export interface AcquireOptions {
  /** The token of the request. The limits apply to each token separately. */
  readonly token: string;
  readonly signal?: AbortSignal | undefined;
  /** The longest wait for the rate. A longer one rejects immediately. */
  readonly maxWaitMs: number;
  /** After how long a request counts as ended if its end is never reported. */
  readonly leaseMs: number;
  /** Called before a wait for the rate begins. */
  readonly onWait: (ms: number) => void;
  /** Whether to ignore a {@link RateLimiter.pause}. Calls that were asked to wait do so themselves. */
  readonly ignorePauses?: boolean;
}

/** Limits the rate of requests; see {@link createRateLimiter}. Clients can share one. */
export interface RateLimiter {
  /** Resolves when a request may start. Call the function that it resolves with when the request ends. */
  acquire(options: AcquireOptions): Promise<() => void>;
  /**
   * Delays new requests of a token because the API has asked one of its requests to wait. Returns the number of other
   * pauses of the token, and a function that ends this one.
   */
  pause(token: string, ms: number): { readonly others: number; readonly end: () => unknown };
}

/** A request would have to wait for longer than `maxWaitMs`. */
export class RateLimitExceeded extends Error {
  readonly waitMs: number;

  constructor(waitMs: number) {
    super('the rate limit is used up');
    this.waitMs = waitMs;
  }
}

/** How often a delayed request checks whether the pause has ended. */
const pollMs = 1000;

interface TokenState {
  readonly window: SlidingWindow;
  readonly semaphore: Semaphore;
  readonly queue: WaitQueue;
  readonly pauses: Set<{ readonly until: number }>;
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
  const { requests = Infinity, windowMs = 3_600_000, concurrency = Infinity } = options;
  for (const [name, value] of Object.entries({ requests, windowMs, concurrency })) {
    if (!(value >= 1)) throw new RangeError(`${name} must be at least 1, not ${value}`);
  }
  const isLimited = Math.min(requests, concurrency) < Infinity;
  const states = new Map<string, TokenState>();

  function stateOf(token: string): TokenState {
    const state = states.get(token) ?? {
      window: createSlidingWindow(requests, windowMs),
      semaphore: createSemaphore(concurrency),
      queue: createWaitQueue(),
      pauses: new Set(),
    };
    states.set(token, state);
    return state;
  }

  return {
    async acquire(options) {
      const { token, signal, maxWaitMs, leaseMs, onWait } = options;
      signal?.throwIfAborted();
      const state = stateOf(token);
      if (!options.ignorePauses && state.pauses.size > 0) await waitForPauses(state, options);
      if (!isLimited) return () => {};
      const { window, semaphore, queue } = state;
      const entry = queue.enqueue();
      let reported = false;
      try {
        for (;;) {
          const now = Date.now();
          const ahead = entry.ahead();
          const waitMs = window.waitMs(now, ahead);
          if (ahead === 0 && waitMs <= 0 && semaphore.isFree(now)) {
            const endRequest = window.start(now, leaseMs);
            const returnPermit = semaphore.acquire(now, leaseMs);
            return () => {
              endRequest(Date.now());
              returnPermit();
              queue.wakeFirst();
            };
          }
          if (waitMs > 0 && !reported) {
            if (waitMs > maxWaitMs) throw new RateLimitExceeded(waitMs);
            onWait(waitMs);
            reported = true;
          }
          // A request in flight wakes the next one when it ends, unless it was canceled.
          await entry.wait(waitMs > 0 ? waitMs : leaseMs, signal);
        }
      } finally {
        entry.leave();
      }
    },

    pause(token, ms) {
      const { pauses } = stateOf(token);
      const others = pauses.size;
      const pause = { until: Date.now() + ms };
      pauses.add(pause);
      return { others, end: () => pauses.delete(pause) };
    },
  };
}

/** Waits for the longest pause, and checks regularly whether it has ended early. */
async function waitForPauses(
  { pauses }: TokenState,
  { signal, maxWaitMs, onWait }: AcquireOptions,
): Promise<void> {
  const leftMs = () => Math.max(0, ...[...pauses].map(({ until }) => until - Date.now()));
  let waitMs = leftMs();
  if (waitMs > maxWaitMs) throw new RateLimitExceeded(waitMs);
  if (waitMs > 0) onWait(waitMs);
  for (; waitMs > 0; waitMs = leftMs()) await sleep(Math.min(waitMs, pollMs), signal);
}
