import { createLeases } from './leases.ts';

/** Counts requests so that no time window, wherever it starts, contains more than the limit. */
export interface SlidingWindow {
  /** How long a request with `ahead` others before it has to wait; 0 if it may start now. */
  waitMs(now: number, ahead: number): number;
  /** Counts a request that starts. Call the returned function when it ends. */
  start(now: number, leaseMs: number): (now: number) => void;
}

/**
 * A sliding-window rate limiter. A request counts from its start until one window after its end, so
 * that the server never receives more than the limit in one window, whatever the latency.
 *
 * The first four fifths of the limit start without delay. The last fifth is spread over the rest of the
 * window, so that a long loop slows down instead of stopping for most of an hour.
 */
export function createSlidingWindow(limit: number, windowMs: number): SlidingWindow {
  if (limit === Infinity) return { waitMs: () => 0, start: () => () => {} };
  /** Requests in flight. One that is lost counts until one window after its lease. */
  const underWay = createLeases();
  /** The times at which requests ended, in ascending order. */
  const ended: number[] = [];
  let lastStart = 0;

  return {
    waitMs(now, ahead) {
      while (ended[0] !== undefined && ended[0] + windowMs <= now) ended.shift();
      const free = limit - underWay.count(now) - ended.length;
      const nextFree = (ended[0] ?? now) + windowMs;
      if (ahead < free) {
        if (free - ahead > limit / 5) return 0;
        const gap = (nextFree - lastStart) / (free + 1);
        return Math.max(lastStart + gap * (ahead + 1) - now, 0);
      }
      // Requests in flight count until one window after their end, so for at least one window from now.
      return (ended[ahead - free] ?? now) + windowMs - now;
    },
    start(now, leaseMs) {
      const end = underWay.start(now, leaseMs + windowMs);
      lastStart = now;
      return (endedAt) => {
        if (end()) ended.push(endedAt);
      };
    },
  };
}
