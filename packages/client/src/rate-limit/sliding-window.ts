/** Counts requests so that no window of time, wherever it begins, holds more than a limit of them. */
export interface SlidingWindow {
  /** How long until a request may start that has so many others before it; 0 for now. */
  waitMs(now: number, ahead: number): number;
  /** Counts a request that starts, until `end` says that it is over. */
  start(now: number, leaseMs: number): (now: number) => void;
}

/**
 * A sliding-window limiter. A request counts from its start until a whole window after its end:
 * however long it travels, the server cannot see more than the limit in one window.
 *
 * The first four fifths of the limit go at once; the last fifth is spread over what is left of the
 * window, so that a long loop slows down instead of standing still for most of an hour.
 */
export function createSlidingWindow(limit: number, windowMs: number): SlidingWindow {
  /** When requests under way are given up for lost. */
  const underWay = new Set<{ readonly leaseEnds: number }>();
  /** When requests ended, the oldest first. */
  const ended: number[] = [];
  let lastStart = 0;

  function forget(now: number): void {
    while (ended[0] !== undefined && ended[0] + windowMs <= now) ended.shift();
    for (const request of underWay) {
      if (request.leaseEnds + windowMs <= now) underWay.delete(request);
    }
  }

  return {
    waitMs(now, ahead) {
      if (limit === Infinity) return 0;
      forget(now);
      const free = limit - underWay.size - ended.length;
      const nextFree = (ended[0] ?? now) + windowMs;
      if (ahead < free) {
        if (free - ahead > limit / 5) return 0;
        const gap = (nextFree - lastStart) / (free + 1);
        return Math.max(lastStart + gap * (ahead + 1) - now, 0);
      }
      // Those under way will be free a window after they end, which is a window from now at least.
      return (ended[ahead - free] ?? now) + windowMs - now;
    },
    start(now, leaseMs) {
      if (limit === Infinity) return () => {};
      const request = { leaseEnds: now + leaseMs };
      underWay.add(request);
      lastStart = now;
      return (end) => {
        if (underWay.delete(request)) ended.push(end);
      };
    },
  };
}
