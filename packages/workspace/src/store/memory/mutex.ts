/** A mutex: runs asynchronous work sequentially, in the order of the calls. */
export interface Mutex {
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when all previously scheduled work has ended, before any later work begins. */
  whenIdle(): Promise<unknown>;
}

export function createMutex(): Mutex {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const result = last.then(work);
      last = result.catch(() => {});
      return result;
    },
    whenIdle: () => last,
  };
}
