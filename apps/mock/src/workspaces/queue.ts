/** Does one piece of work after the other, each no sooner than its delay after it came. */
export interface Queue {
  /** How many pieces are not done yet. */
  readonly size: number;
  add(work: () => Promise<void>): void;
  /** Resolves when all that is in it now has been done; nothing of it waits any longer. */
  drain(): Promise<void>;
  /** Forgets what has not begun. */
  clear(): void;
}

interface Item {
  work: () => Promise<void>;
  due: number;
}

/** @param delay Milliseconds. */
export function createQueue(delay: number): Queue {
  let items: Item[] = [];
  let next = 0;
  let running = false;
  let added = 0;
  let done = 0;
  let hurryUntil = 0;
  let wake: (() => void) | undefined;
  let waiting: { until: number; tell: () => void }[] = [];

  const wait = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      // A queue alone does not keep a process alive: who ends one drains it first.
      timer.unref();
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const tell = () => {
    const ready = waiting.filter(({ until }) => until <= done);
    waiting = waiting.filter(({ until }) => until > done);
    for (const one of ready) one.tell();
  };

  const run = async () => {
    running = true;
    for (let item = items[next]; item !== undefined; item = items[next]) {
      const left = item.due - performance.now();
      if (left > 0 && done >= hurryUntil) {
        await wait(left);
        wake = undefined;
        continue;
      }
      next++;
      await item.work();
      done++;
      tell();
      if (next > 1000 && next * 2 > items.length) {
        items = items.slice(next);
        next = 0;
      }
    }
    running = false;
  };

  return {
    get size() {
      return added - done;
    },
    add(work) {
      items.push({ work, due: performance.now() + delay });
      added++;
      if (!running) void run();
    },
    drain() {
      if (done === added) return Promise.resolve();
      hurryUntil = added;
      wake?.();
      return new Promise((resolve) => waiting.push({ until: added, tell: resolve }));
    },
    clear() {
      const dropped = items.length - next;
      items = items.slice(0, next);
      done += dropped;
      tell();
      wake?.();
    },
  };
}
