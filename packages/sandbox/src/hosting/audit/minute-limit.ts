import { realTime } from '../../clock/real-time.ts';

/** A limit on entries of the audit trail. */
export interface MinuteLimit {
  /** Whether another entry is allowed in this minute, which is then counted. */
  take(): boolean;
  /** Subtracts an entry that was counted but does not count toward the limit. */
  giveBack(): void;
}

/** Limits how fast callers who are not accountable can fill the audit trail. */
export function createMinuteLimit(perMinute: number): MinuteLimit {
  let minuteEnds = 0;
  let left = 0;
  return {
    take() {
      const at = realTime();
      if (at >= minuteEnds) {
        minuteEnds = at + 60_000;
        left = perMinute;
      }
      if (left === 0) return false;
      left--;
      return true;
    },
    giveBack() {
      left = Math.min(left + 1, perMinute);
    },
  };
}
