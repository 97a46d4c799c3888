/** Limits the number of requests per token. */
export interface RateLimiter {
  /** Counts a request. Returns 0 if it is within the limit, otherwise the whole seconds to wait. */
  take(token: string): number;
  /** Resets the count of a token. */
  forget(token: string): void;
}

const hour = 3600;

/** Requests within this number of seconds are counted as a group. */
const resolution = 60;

/** Requests that are counted as a group. */
interface Group {
  first: number;
  /** All of them count until an hour after the last one. */
  last: number;
  count: number;
}

/**
 * Per-token sliding-window rate limiter: no period of an hour has more requests than the limit. A burst can use the whole
 * limit at once; the next request is then allowed an hour after the first one of the burst.
 *
 * @param now A monotonic clock in seconds.
 */
export function createSlidingWindow(
  perHour: number,
  now = () => performance.now() / 1000,
): RateLimiter {
  const windows = new Map<string, { groups: Group[]; count: number }>();
  return {
    take(token) {
      const at = now();
      const window = windows.get(token) ?? { groups: [], count: 0 };
      windows.set(token, window);
      const { groups } = window;
      for (let [oldest] = groups; oldest && oldest.last + hour <= at; [oldest] = groups) {
        groups.shift();
        window.count -= oldest.count;
      }
      const [oldest] = groups;
      if (window.count + 1 > perHour && oldest) {
        return Math.max(1, Math.ceil(oldest.last + hour - at));
      }
      const newest = groups.at(-1);
      if (newest && at - newest.first < resolution) {
        newest.last = at;
        newest.count++;
      } else {
        groups.push({ first: at, last: at, count: 1 });
      }
      window.count++;
      return 0;
    },
    forget(token) {
      windows.delete(token);
    },
  };
}

/** Allows every request. */
export const unlimited: RateLimiter = { take: () => 0, forget: () => {} };
