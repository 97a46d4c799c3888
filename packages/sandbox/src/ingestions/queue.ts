import { startTimer, yieldToEventLoop } from '../clock/background-timer.ts';

/** Runs work sequentially, each piece after a delay. */
export interface Queue {
  /** The number of pieces that are not finished. */
  readonly size: number;
  add(work: () => Promise<void>): void;
  /** Runs what is overdue: some runtimes cancel the timers of a request after its response. */
  catchUp(): Promise<void>;
  /** Runs everything that is in the queue now without its delay, and resolves when it is finished. */
  drain(): Promise<void>;
  /** Removes what has not started. */
  clear(): void;
  /** Starts nothing more. The rest stays in the queue. */
  stop(): void;
}

interface Item {
  work: () => Promise<void>;
  due: number;
}

/** How long work runs before it yields to the event loop, in milliseconds. */
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
    // Finished work is released immediately. The list itself is shortened from time to time, which is cheaper.
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
