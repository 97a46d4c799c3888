interface Dated {
  readonly createdOn: number;
}

/**
 * Inserts an item into a list that is ordered by creation, after others of the same millisecond. Appending, the usual
 * case, costs no more than a push.
 */
export function insertByTime<T extends Dated>(items: T[], item: T): void {
  let index = items.length;
  while (index > 0 && (items[index - 1]?.createdOn ?? 0) > item.createdOn) index--;
  if (index === items.length) items.push(item);
  else items.splice(index, 0, item);
}

/** Newest first; of items of the same millisecond, the one added last comes first. */
export function* newestFirst<T>(items: readonly T[]): Iterable<T> {
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index];
    if (item !== undefined) yield item;
  }
}

/** One page of the items that match a condition, and the number of all of them. */
export function pageOf<T>(
  items: Iterable<T>,
  { skip, limit }: { skip: number; limit: number },
  matches: (item: T) => boolean = () => true,
): { items: T[]; total: number } {
  const page: T[] = [];
  let total = 0;
  for (const item of items) {
    if (!matches(item)) continue;
    if (total >= skip && page.length < limit) page.push(item);
    total++;
  }
  return { items: page, total };
}
