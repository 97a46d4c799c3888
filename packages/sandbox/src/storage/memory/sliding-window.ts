import type { RateLimit } from '../rate-limits.ts';

/** How many groups a period is divided into: requests of one are counted together. */
const resolution = 60;

/** Requests that are counted as a group. */
interface Group {
  first: number;
  /** They count until a period after the last of them. */
  last: number;
  count: number;
}

/**
 * A sliding-window rate limiter: in no period, wherever it begins, are there more requests than the limit. A burst may use
 * all of it at once, and has to wait until the first of it is a period old.
 */
export interface SlidingWindow {
  /** 0 when a request fits, else the whole seconds until one does. @param at Seconds that only ever grow. */
  take(limit: Pick<RateLimit, 'requests' | 'seconds'>, at: number): number;
}

/**
 * Creates a rate limiter for one limit of one workspace, in memory.
 *
 * @example
 * ```ts
 * import { createSlidingWindow } from '@telecrm/sandbox/storage';
 *
 * const window = createSlidingWindow();
 * const wait = window.take({ requests: 60, seconds: 60 }, performance.now() / 1000);
 * ```
 */
export function createSlidingWindow(): SlidingWindow {
  const groups: Group[] = [];
  let total = 0;
  return {
    take({ requests, seconds }, at) {
      for (let [oldest] = groups; oldest && oldest.last + seconds <= at; [oldest] = groups) {
        groups.shift();
        total -= oldest.count;
      }
      const [oldest] = groups;
      if (total >= requests && oldest) return Math.max(1, Math.ceil(oldest.last + seconds - at));
      const newest = groups.at(-1);
      if (newest && at - newest.first < seconds / resolution) {
        newest.last = at;
        newest.count++;
      } else {
        groups.push({ first: at, last: at, count: 1 });
      }
      total++;
      return 0;
    },
  };
}
