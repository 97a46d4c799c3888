import { startTimer, yieldToEventLoop } from '../clock/background-timer.ts';

/** Does one piece of work after the other, each no sooner than its delay after it came. */
export interface Queue {
  /** How many pieces are not done yet. */
  readonly size: number;
  add(work: () => Promise<void>): void;
  /** Does what is overdue: a runtime may forget the timers of a request once it has been answered. */
  catchUp(): Promise<void>;
  /** Resolves when all that is in it now has been done; nothing of it waits any longer. */
  drain(): Promise<void>;
  /** Forgets what has not begun. */
  clear(): void;
  /** Begins nothing any more; what is left stays in it. */
  stop(): void;
}

interface Item {
  work: () => Promise<void>;
  due: number;
}

/** How long work may go on without a break for others, in milliseconds. */
const timeSlice = 10;

export function createQueue(delayMs: number): Queue {
  let items: (Item | undefined)[] = [];
  let next = 0;
  let added = 0;
  let done = 0;
  let hurryUntil = 0;
  let stopped = false;
  let running: Promise<void> | undefined;
  let stopTimer: (() => void) | undefined;
  let waiting: { until: number; resolve: () => void }[] = [];

  const resolveWaiting = () => {
    if (waiting.length === 0) return;
    const ready = waiting.filter(({ until }) => until <= done);
    waiting = waiting.filter(({ until }) => until > done);
    for (const { resolve } of ready) resolve();
  };

  const isDue = (item: Item) => !stopped && (done < hurryUntil || item.due <= performance.now());

  const forgetDone = () => {
    // What has been done is let go at once; the list itself is cut once in a while, which is cheaper than each time.
    items[next - 1] = undefined;
    if (next < 1000 || next * 2 < items.length) return;
    items = items.slice(next);
    next = 0;
  };

  const work = async () => {
    let sliceEnd = performance.now() + timeSlice;
    for (let item = items[next]; item !== undefined && isDue(item); item = items[next]) {
      next++;
      forgetDone();
      await item.work();
      done++;
      resolveWaiting();
      if (performance.now() < sliceEnd) continue;
      await yieldToEventLoop();
      sliceEnd = performance.now() + timeSlice;
    }
  };

  const run = (): Promise<void> => {
    stopTimer?.();
    stopTimer = undefined;
    running ??= work().finally(() => {
      running = undefined;
      schedule();
    });
    return running;
  };

  const schedule = () => {
    const item = items[next];
    if (item === undefined || running || stopTimer || stopped) return;
    stopTimer = startTimer(() => void run(), Math.max(0, item.due - performance.now()));
  };

  return {
    get size() {
      return added - done;
    },
    add(piece) {
      items.push({ work: piece, due: performance.now() + delayMs });
      added++;
      schedule();
    },
    async catchUp() {
      const item = items[next];
      if (item !== undefined && isDue(item)) await run();
    },
    drain() {
      if (done === added) return Promise.resolve();
      hurryUntil = added;
      const drained = new Promise<void>((resolve) => waiting.push({ until: added, resolve }));
      void run();
      return drained;
    },
    clear() {
      const dropped = items.length - next;
      items = items.slice(0, next);
      done += dropped;
      resolveWaiting();
    },
    stop() {
      stopped = true;
      stopTimer?.();
    },
  };
}
