interface Dated {
  readonly createdOn: number;
}

/**
 * Puts an item where it belongs in a list that is ordered by creation, behind others of its millisecond. What belongs at
 * the end, as nearly all does, costs no more than a push.
 */
export function insertByTime<T extends Dated>(items: T[], item: T): void {
  let place = items.length;
  while (place > 0 && (items[place - 1]?.createdOn ?? 0) > item.createdOn) place--;
  if (place === items.length) items.push(item);
  else items.splice(place, 0, item);
}

/** Newest first; of those of one millisecond, the one added last comes first. */
export function* newestFirst<T>(items: readonly T[]): Iterable<T> {
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index];
    if (item !== undefined) yield item;
  }
}

/** One page of those that meet a condition, and the number of all of them. */
export function pageOf<T>(
  items: Iterable<T>,
  { skip, limit }: { skip: number; limit: number },
  meets: (item: T) => boolean = () => true,
): { items: T[]; total: number } {
  const page: T[] = [];
  let total = 0;
  for (const item of items) {
    if (!meets(item)) continue;
    if (total >= skip && page.length < limit) page.push(item);
    total++;
  }
  return { items: page, total };
}
