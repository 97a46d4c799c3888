/**
 * The real time in Unix milliseconds, which only ever grows. It is not `Date.now`, which tests replace: what is queued
 * would never become due then.
 */
export function realTime(): number {
  return performance.timeOrigin + performance.now();
}
