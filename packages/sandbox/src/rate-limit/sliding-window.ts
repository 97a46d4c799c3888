/** Limits how many requests each token may make. */
export interface RateLimiter {
  /** 0 when the request fits, else the whole seconds until one does. */
  take(token: string): number;
  /** Forgets what a token has used up. */
  forget(token: string): void;
}

const hour = 3600;

/** Requests that came within so many seconds of each other are counted together. */
const resolution = 60;

/** Requests that are counted together. */
interface Group {
  first: number;
  /** They count until an hour after the last of them. */
  last: number;
  count: number;
}

/**
 * Per-token sliding-window rate limiter: in no hour, wherever it begins, are there more requests than the limit. A burst
 * may use all of it at once, and has to wait until the first of it is an hour old.
 *
 * @param now Seconds that only ever grow.
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

/** Lets everything through. */
export const unlimited: RateLimiter = { take: () => 0, forget: () => {} };
