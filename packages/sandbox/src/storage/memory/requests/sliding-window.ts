import type { RateLimit } from '../../rate-limits.ts';

/** The number of groups per period: the requests of a group are counted together. */
const resolution = 60;

/** Requests that are counted as a group. */
interface Group {
  first: number;
  /** The time of the last request; the group counts until a period after it. */
  last: number;
  count: number;
}

/**
 * A sliding-window rate limiter: in no period, whenever it starts, are there more requests than the limit. A burst may
 * use the whole limit at once; the next request is allowed when the first one is a period old.
 */
export interface SlidingWindow {
  /**
   * Counts a request if it is allowed. @returns 0 if it is, otherwise the seconds until one is. @param at Monotonic
   * seconds.
   */
  take(limit: Pick<RateLimit, 'requests' | 'seconds'>, at: number): number;
}

/** Creates a rate limiter for one limit of one workspace or partner, in memory. */
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
      if (total >= requests) return Math.max(1, Math.ceil(seconds - (at - (oldest?.last ?? at))));
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
