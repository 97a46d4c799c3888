import { createTimeSlice } from '../../event-loop/time-slice.ts';
import type { PageRequest, PageResult } from '../store.ts';

/**
 * One page of the items that match a condition, and their total number. Counting visits every item, so a long list is
 * processed in slices that yield to the event loop.
 */
export async function pageOf<T>(
  items: Iterable<T>,
  { skip, limit }: PageRequest,
  matches: (item: T) => boolean,
): Promise<PageResult<T>> {
  const page: T[] = [];
  const slice = createTimeSlice();
  let total = 0;
  for (const item of items) {
    const end = slice.next();
    if (end) await end;
    if (!matches(item)) continue;
    if (total >= skip && page.length < limit) page.push(item);
    total++;
  }
  return { items: page, total };
}
