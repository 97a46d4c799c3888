/** A list in order of creation. What comes in at the end, as nearly all does, costs nothing more than a push. */
export interface Timeline<T> {
  add(item: T): void;
  replace(id: string, item: T): void;
  get(id: string): T | undefined;
  /** Newest first; of those of one millisecond, the one added last comes first. */
  newestFirst(): Iterable<T>;
}

interface Dated {
  readonly id: string;
  readonly createdOn: number;
}

export function createTimeline<T extends Dated>(): Timeline<T> {
  const ids: string[] = [];
  const items = new Map<string, T>();
  const createdOn = (id: string | undefined) => items.get(id ?? '')?.createdOn ?? 0;

  return {
    add(item) {
      items.set(item.id, item);
      let place = ids.length;
      while (place > 0 && createdOn(ids[place - 1]) > item.createdOn) place--;
      ids.splice(place, 0, item.id);
    },
    replace(id, item) {
      items.set(id, item);
    },
    get: (id) => items.get(id),
    *newestFirst() {
      for (let index = ids.length - 1; index >= 0; index--) {
        const item = items.get(ids[index] ?? '');
        if (item !== undefined) yield item;
      }
    },
  };
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
