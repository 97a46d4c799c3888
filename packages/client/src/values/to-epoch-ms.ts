/** The year 1973 in milliseconds, and in seconds the year 5138. */
const minMilliseconds = 1e11;

/**
 * Converts a date to the form that the API reads in every workspace: Unix time in milliseconds.
 *
 * @param date A `Date`, milliseconds, or ISO 8601 text with a time zone.
 * @throws RangeError if it is not a date, appears to be in seconds, or has no time zone.
 *
 * @example
 * ```ts
 * import { createSyncClient, toEpochMs } from '@telecrm/client';
 *
 * const telecrm = createSyncClient();
 * await telecrm.updateLead({
 *   leadId: '603d2b2f9b1e8a001c8e4f5c',
 *   body: { fields: { follow_up_date: toEpochMs('2026-06-01T10:30:00+05:30') } },
 * });
 * ```
 */
export function toEpochMs(date: Date | number | string): number {
  if (typeof date === 'string' && !/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(date)) {
    throw new RangeError(
      `"${date}" is ambiguous: add the time zone, as in 2026-06-01T10:30:00+05:30, or pass a Date`,
    );
  }
  // `new Date` would read null as 1970.
  const time = date === null ? Number.NaN : new Date(date).getTime();
  if (Number.isNaN(time)) throw new RangeError(`${date} is not a date`);
  if (typeof date === 'number' && Math.abs(time) < minMilliseconds) {
    throw new RangeError(`${date} looks like seconds: the API takes milliseconds`);
  }
  return time;
}
