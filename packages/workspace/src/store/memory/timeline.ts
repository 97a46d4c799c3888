interface Dated {
  readonly createdOn: number;
}

/**
 * Inserts an item into a list that is ordered by creation, after others of the same millisecond. Appending, the common
 * case, is as fast as a push.
 */
export function insertByTime<T extends Dated>(items: T[], item: T): void {
  let index = items.length;
  while (index > 0 && (items[index - 1]?.createdOn ?? 0) > item.createdOn) index--;
  if (index === items.length) items.push(item);
  else items.splice(index, 0, item);
}

/** Removes an item. Searches from the end, where recent items are. */
export function removeByTime<T extends Dated>(items: T[], item: T): void {
  const index = items.lastIndexOf(item);
  if (index !== -1) items.splice(index, 1);
}

/** Newest first; of items of the same millisecond, the one added last comes first. */
export function* newestFirst<T>(items: readonly T[]): Iterable<T> {
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index];
    if (item !== undefined) yield item;
  }
}
