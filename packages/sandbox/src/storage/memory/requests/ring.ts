/** A list that retains only its newest items. */
export interface Ring<T> {
  readonly size: number;
  /** The number of items in memory, including those that are no longer listed. */
  readonly stored: number;
  add(item: T): void;
  /** Oldest first. */
  items(): readonly T[];
  clear(): void;
}

export function createRing<T>(limit: number): Ring<T> {
  let items: T[] = [];
  const newest = () => (items.length > limit ? items.slice(-limit) : items);
  return {
    get size() {
      return Math.min(items.length, limit);
    },
    get stored() {
      return items.length;
    },
    add(item) {
      items.push(item);
      // Truncating occasionally is cheaper than shifting each time.
      if (items.length >= 2 * limit) items = newest();
    },
    items: newest,
    clear() {
      items = [];
    },
  };
}
