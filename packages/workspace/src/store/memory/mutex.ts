/** A mutex: runs asynchronous work sequentially, in the order of the calls. */
export interface Mutex {
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when all work so far has ended, before any later work begins. */
  settled(): Promise<unknown>;
}

export function createMutex(): Mutex {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const result = last.then(work);
      last = result.catch(() => {});
      return result;
    },
    settled: () => last,
  };
}
