/** A list that keeps its newest items and forgets the others. */
export interface Ring<T> {
  readonly size: number;
  /** How many items are held in memory at this moment, forgotten ones included. */
  readonly held: number;
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
    get held() {
      return items.length;
    },
    add(item) {
      items.push(item);
      // Cutting once in a while is cheaper than shifting each time.
      if (items.length >= 2 * limit) items = newest();
    },
    items: newest,
    clear() {
      items = [];
    },
  };
}
