import type { PageRequest, PageResult } from '../store.ts';

/** How long a search runs before it yields to other work. */
const maxBlockingMs = 5;

/**
 * One page of the items that match a condition, and their total number. Counting visits every item, so a long list is
 * processed in slices, between which it yields to the event loop.
 */
export async function pageOf<T>(
  items: Iterable<T>,
  { skip, limit }: PageRequest,
  matches: (item: T) => boolean,
): Promise<PageResult<T>> {
  const page: T[] = [];
  let total = 0;
  let looked = 0;
  let start = performance.now();
  for (const item of items) {
    if (++looked % 256 === 0 && performance.now() - start > maxBlockingMs) {
      await nextTask();
      start = performance.now();
    }
    if (!matches(item)) continue;
    if (total >= skip && page.length < limit) page.push(item);
    total++;
  }
  return { items: page, total };
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
