/** Distributes requests over iterations of the event loop, so that none of them takes long. */
export interface TurnQueue {
  /**
   * Waits until a request may run: `undefined` if it may run now, otherwise a promise, which resolves to `false` if it
   * has not been the request's turn within `limitMs`. First in, first out.
   */
  wait(limitMs: number): Promise<boolean> | undefined;
  /** Whether the first request in the queue has waited too long already, so that a further one would too. */
  isLate(): boolean;
}

interface Waiting {
  readonly until: number;
  readonly resolve: (isInTime: boolean) => void;
}

/**
 * The time for starting requests in one iteration of the event loop, in milliseconds. Started requests are not
 * interrupted.
 */
const sliceMs = 5;

/** The maximum number of waiting requests that are started or rejected in one iteration. */
const startsPerTurn = 64;

export function createTurnQueue(): TurnQueue {
  const queue: Waiting[] = [];
  let sliceEnd: number | undefined;
  let starts = 0;

  const endSlice = () => {
    sliceEnd = undefined;
  };
  const hasTime = (now: number): boolean => {
    if (sliceEnd !== undefined) return now < sliceEnd;
    sliceEnd = now + sliceMs;
    setImmediate(endSlice);
    return true;
  };
  // Each request starts in a separate callback, after which Node runs its continuations, so the next one sees how long
  // that has taken.
  const scheduleStart = () => {
    if (starts >= startsPerTurn) return;
    starts++;
    setImmediate(start);
  };
  const start = () => {
    starts--;
    const now = performance.now();
    // The first in the queue runs even if it has waited too long; otherwise a busy machine would only reject requests.
    const mayRun = hasTime(now);
    if (mayRun || isLate(queue[0], now)) queue.shift()?.resolve(mayRun);
    if (starts > 0) return;
    for (let count = Math.min(queue.length, startsPerTurn); count > 0; count--) scheduleStart();
  };

  return {
    isLate: () => isLate(queue[0], performance.now()),
    wait(limitMs) {
      const now = performance.now();
      if (queue.length === 0 && hasTime(now)) return undefined;
      return new Promise((resolve) => {
        queue.push({ until: now + limitMs, resolve });
        scheduleStart();
      });
    },
  };
}

function isLate(waiting: Waiting | undefined, now: number): boolean {
  return waiting !== undefined && waiting.until < now;
}
