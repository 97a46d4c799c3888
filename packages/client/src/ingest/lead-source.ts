/** The leads to send, one after another, with their indexes. */
export interface LeadSource<Lead> {
  /** The next lead; undefined at the end. Returns the same promise until it is discarded. */
  next(): Promise<{ readonly index: number; readonly lead: Lead } | undefined>;
  /** Discards the result of `next`, so that the following call reads another lead. */
  taken(): void;
  /** Closes the source without waiting for it: it may be slow. */
  close(): void;
}

/** @param isCompleted Tells which leads to skip. */
export function openSource<Lead>(
  leads: Iterable<Lead> | AsyncIterable<Lead>,
  isCompleted: (index: number) => boolean,
): LeadSource<Lead> {
  const iterator =
    Symbol.asyncIterator in leads ? leads[Symbol.asyncIterator]() : leads[Symbol.iterator]();
  let pending: Promise<{ index: number; lead: Lead } | undefined> | undefined;
  let index = -1;
  let done = false;

  async function read() {
    for (;;) {
      const { done: ended, value } = await iterator.next();
      done = ended === true;
      if (ended) return undefined;
      index++;
      if (!isCompleted(index)) return { index, lead: value };
    }
  }

  return {
    next() {
      pending ??= read().catch((error) => {
        done = true;
        throw error;
      });
      return pending;
    },
    taken() {
      pending = undefined;
    },
    close() {
      // A generator that is waiting itself would respond only after that.
      if (!done) Promise.resolve(iterator.return?.()).catch(() => {});
    },
  };
}
