import type { TelecrmError } from '@telecrm/client';

/**
 * What to do about a row that failed.
 *
 * - `refused`: telecrm will never take it as it is.
 * - `stop`: no row would fare better now.
 * - `wait`: our own rate limiter holds it back.
 * - `unknown`: its actions may have arrived, so it must not be sent again.
 * - `retry`: telecrm did not answer; sending it again does no harm.
 */
export type Verdict = 'refused' | 'stop' | 'wait' | 'unknown' | 'retry';

export function classify(error: TelecrmError, hasActions: boolean): Verdict {
  const { status = 0, code, mayHaveHappened } = error;
  if (code === 'RATE_LIMITED' && status === 0) return 'wait';
  // The client has waited and tried again already; what is left is a limit of hours.
  if (status === 429) return 'stop';
  if (status === 401 || status === 403 || status === 404) return 'stop';
  if (status >= 400 && status < 500 && status !== 408) return 'refused';
  if (hasActions && mayHaveHappened) return 'unknown';
  return 'retry';
}
