/** Spreads requests over turns of the event loop, so that no turn is long. */
export interface TurnQueue {
  /**
   * Waits until a request may run: `undefined` if it may at once, else a promise, which is `false` if there was still no time
   * for the request after `limitMs`. Whoever waited longest is first.
   */
  wait(limitMs: number): Promise<boolean> | undefined;
}

interface Waiting {
  readonly until: number;
  readonly resolve: (isInTime: boolean) => void;
}

/** How long requests may run in one turn of the event loop, in milliseconds. One that has begun is not interrupted. */
const sliceMs = 5;

/** How many of those that wait can begin or be refused in one turn. */
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
  // Each request begins in a callback of its own, after which Node runs what the request goes on with, so the next one sees
  // how long that has taken.
  const scheduleStart = () => {
    if (starts >= startsPerTurn) return;
    starts++;
    setImmediate(start);
  };
  const start = () => {
    starts--;
    const now = performance.now();
    // Who has waited longest runs, even if that was too long: otherwise a busy machine would do nothing but refuse.
    const mayRun = hasTime(now);
    if (mayRun || isLate(queue[0], now)) queue.shift()?.resolve(mayRun);
    if (starts > 0) return;
    for (let count = Math.min(queue.length, startsPerTurn); count > 0; count--) scheduleStart();
  };

  return {
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
