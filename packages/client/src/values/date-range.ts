import { toEpochMs } from './to-epoch-ms.ts';

/**
 * A date range for a search. Both ends are included.
 *
 * @throws RangeError if an end is not a valid time, or the range ends before it starts.
 *
 * @example
 * ```ts
 * import { createSyncClient, dateRange } from '@telecrm/client';
 *
 * const telecrm = createSyncClient();
 * const april = dateRange('2026-04-01T00:00:00+05:30', '2026-04-30T23:59:59.999+05:30');
 * const { total_count } = await telecrm.searchLeads({ body: { fields: { created_on: april } } });
 * console.log(total_count);
 * ```
 */
export function dateRange(
  from: Date | number | string,
  to: Date | number | string,
): { from: number; to: number } {
  const range = { from: toEpochMs(from), to: toEpochMs(to) };
  if (range.from > range.to) throw new RangeError('the range ends before it starts');
  return range;
}
