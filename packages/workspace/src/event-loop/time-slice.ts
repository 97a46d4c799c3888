import { yieldToEventLoop } from './yield-to-event-loop.ts';

/** How long work runs before it yields to the event loop, in milliseconds. */
const sliceMs = 5;

/** The number of items after which the time is checked. */
const itemsPerCheck = 16;

/** Splits long work into slices, so that it does not block the event loop. */
export interface TimeSlice {
  /** Call it after each item. Returns a promise to await if the slice is over, otherwise `undefined`. */
  next(): Promise<void> | undefined;
}

export function createTimeSlice(): TimeSlice {
  let items = 0;
  let start: number | undefined;
  const beginNext = async () => {
    await yieldToEventLoop();
    start = performance.now();
  };
  return {
    next() {
      if (++items % itemsPerCheck !== 0) return undefined;
      const now = performance.now();
      start ??= now;
      return now - start < sliceMs ? undefined : beginNext();
    },
  };
}

/** Collects the items of a generator that takes long to produce them. */
export async function collect<T>(items: Iterable<T>): Promise<T[]> {
  const slice = createTimeSlice();
  const collected: T[] = [];
  for (const item of items) {
    collected.push(item);
    const end = slice.next();
    if (end) await end;
  }
  return collected;
}

/** The index of the first item that matches, or -1. */
export async function findIndexInSlices<T>(
  items: readonly T[],
  matches: (item: T) => boolean,
): Promise<number> {
  const slice = createTimeSlice();
  for (const [index, item] of items.entries()) {
    const end = slice.next();
    if (end) await end;
    if (matches(item)) return index;
  }
  return -1;
}
