/**
 * The real time in Unix milliseconds, which is monotonic. Not `Date.now`, because tests may replace it, and queued
 * bodies would then never become due.
 */
export function realTime(): number {
  return performance.timeOrigin + performance.now();
}
