import type { TelecrmError } from '@telecrm/client';

/**
 * What to do about a row that failed.
 *
 * - `rejected`: telecrm will never accept it unchanged.
 * - `stop`: every other row would fail, too.
 * - `wait`: our own rate limiter delays it.
 * - `unknown`: its actions may have arrived, so it must not be sent again.
 * - `retry`: telecrm did not respond, and sending it again is harmless.
 */
export type Verdict = 'rejected' | 'stop' | 'wait' | 'unknown' | 'retry';

export function classify(error: TelecrmError, hasActions: boolean): Verdict {
  const { status = 0, code, mayHaveHappened } = error;
  if (code === 'RATE_LIMITED' && status === 0) return 'wait';
  // The client has already waited and retried, so this is an hourly limit.
  if (status === 429) return 'stop';
  if (status === 401 || status === 403 || status === 404) return 'stop';
  if (status >= 400 && status < 500 && status !== 408) return 'rejected';
  if (hasActions && mayHaveHappened) return 'unknown';
  return 'retry';
}
