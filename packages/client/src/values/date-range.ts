import { toEpochMs } from './to-epoch-ms.ts';

/**
 * A span of time for a search, both ends included.
 *
 * @throws RangeError when an end is no moment, or the span ends before it starts.
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
