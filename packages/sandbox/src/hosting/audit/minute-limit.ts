import { realTime } from '../../clock/real-time.ts';

/**
 * Limits how fast callers who are not accountable can fill the audit trail.
 *
 * @returns A function that returns whether another entry is allowed, and counts it.
 */
export function createMinuteLimit(perMinute: number): () => boolean {
  let minuteEnds = 0;
  let left = 0;
  return () => {
    const at = realTime();
    if (at >= minuteEnds) {
      minuteEnds = at + 60_000;
      left = perMinute;
    }
    if (left === 0) return false;
    left--;
    return true;
  };
}
