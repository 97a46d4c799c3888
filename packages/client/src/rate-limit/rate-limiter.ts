import { sleep } from '../send/timer.ts';
import { createSemaphore, type Semaphore } from './semaphore.ts';
import { createSlidingWindow, type SlidingWindow } from './sliding-window.ts';
import { createWaitingLine, type WaitingLine } from './waiting-line.ts';

/** How much may be sent; options of {@link createRateLimiter}. */
export interface RateLimiterOptions {
  /** How many requests in any window of `windowMs`. Without it, any number. */
  requests?: number | undefined;
  /**
   * The length of the window, in milliseconds.
   *
   * @default 3600000
   */
  windowMs?: number | undefined;
  /** How many requests may be under way at the same time; further ones queue. */
  concurrency?: number | undefined;
}

/** What a request asks of a {@link RateLimiter}. */
export interface AcquireOptions {
  /** Each token has a limit of its own. */
  readonly token: string;
  readonly signal?: AbortSignal | undefined;
  /** The longest wait for the rate. A longer one rejects at once. */
  readonly maxWaitMs: number;
  /** After how long a request whose end nobody reports counts as over. */
  readonly leaseMs: number;
  /** Called before a wait for the rate begins. */
  readonly onWait: (ms: number) => void;
  /** Whether to go in spite of a {@link RateLimiter.hold}: for the calls that wait it out themselves. */
  readonly ignoreHold?: boolean;
}

/** Made by {@link createRateLimiter}; all clients that are given the same one share it. */
export interface RateLimiter {
  /** Resolves when a request may go, with what must be called when it is over. */
  acquire(options: AcquireOptions): Promise<() => void>;
  /**
   * Holds new requests of a token back, because the API has asked one to wait. What it returns says
   * how many others wait it out as well, and ends the hold.
   */
  hold(token: string, ms: number): { readonly others: number; readonly end: () => unknown };
}

/** A request would have to wait for longer than it may. */
export class RateLimitExceeded extends Error {
  readonly waitMs: number;

  constructor(waitMs: number) {
    super('the rate limit is used up');
    this.waitMs = waitMs;
  }
}

/** How often a call that is held back checks whether it still is. */
const lookMs = 1000;

interface TokenState {
  readonly window: SlidingWindow;
  readonly semaphore: Semaphore;
  readonly line: WaitingLine;
  readonly holds: Set<{ readonly until: number }>;
}

/**
 * A per-token rate limiter for the clients it is given to: a sliding window for the rate and a
 * semaphore for what is under way at the same time. Calls that have to wait go in their order.
 * Close to the limit it spreads what is left over the window instead of stopping.
 *
 * @throws RangeError when `requests`, `windowMs` or `concurrency` would let nothing through.
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
      line: createWaitingLine(),
      holds: new Set(),
    };
    states.set(token, state);
    return state;
  }

  return {
    async acquire(options) {
      const { token, signal, maxWaitMs, leaseMs, onWait } = options;
      signal?.throwIfAborted();
      const state = stateOf(token);
      if (!options.ignoreHold && state.holds.size > 0) await waitForHolds(state, options);
      if (!isLimited) return () => {};
      const { window, semaphore, line } = state;
      const place = line.join();
      let reported = false;
      try {
        for (;;) {
          const now = Date.now();
          const ahead = place.ahead();
          const waitMs = window.waitMs(now, ahead);
          if (ahead === 0 && waitMs <= 0 && semaphore.isFree(now)) {
            const endRequest = window.start(now, leaseMs);
            const returnPermit = semaphore.take(now, leaseMs);
            return () => {
              endRequest(Date.now());
              returnPermit();
              line.wakeFirst();
            };
          }
          if (waitMs > 0 && !reported) {
            if (waitMs > maxWaitMs) throw new RateLimitExceeded(waitMs);
            onWait(waitMs);
            reported = true;
          }
          // A call in flight wakes the next one, unless it was canceled.
          await place.wait(waitMs > 0 ? waitMs : leaseMs, signal);
        }
      } finally {
        place.leave();
      }
    },

    hold(token, ms) {
      const { holds } = stateOf(token);
      const others = holds.size;
      const hold = { until: Date.now() + ms };
      holds.add(hold);
      return { others, end: () => holds.delete(hold) };
    },
  };
}

/** Looks again now and then: a hold can end early. */
async function waitForHolds(
  { holds }: TokenState,
  { signal, maxWaitMs, onWait }: AcquireOptions,
): Promise<void> {
  const leftMs = () => Math.max(0, ...[...holds].map(({ until }) => until - Date.now()));
  let waitMs = leftMs();
  if (waitMs > maxWaitMs) throw new RateLimitExceeded(waitMs);
  if (waitMs > 0) onWait(waitMs);
  for (; waitMs > 0; waitMs = leftMs()) await sleep(Math.min(waitMs, lookMs), signal);
}
