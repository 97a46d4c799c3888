import { sleep } from '../send/timer.ts';

/** A first-in, first-out queue of requests that wait for the rate limiter. */
export interface WaitQueue {
  enqueue(): QueueEntry;
  /** Makes the first request check again whether it may start. */
  wakeFirst(): void;
}

/** A waiting request. */
interface QueueEntry {
  /** The number of requests before it. */
  ahead(): number;
  /** Waits for a time or until it is woken. Rejects if the signal aborts. */
  wait(ms: number, signal: AbortSignal | undefined): Promise<void>;
  leave(): void;
}

interface Waiter {
  wake: () => void;
  /** When it last checked whether it may start. */
  seenAt: number;
}

/** How often a waiter that cannot be woken checks again. */
const pollMs = 50;
/** A waiter that has not checked for this long was canceled without notice. */
const goneMs = 5000;

export function createWaitQueue(): WaitQueue {
  let waiters: Waiter[] = [];

  function wakeFirst(): void {
    waiters[0]?.wake();
  }

  return {
    wakeFirst,
    enqueue() {
      const waiter: Waiter = { wake: () => {}, seenAt: Date.now() };
      waiters.push(waiter);
      return {
        ahead() {
          waiter.seenAt = Date.now();
          if (!canBeWoken()) {
            waiters = waiters.filter(({ seenAt }) => waiter.seenAt - seenAt < goneMs);
          }
          if (!waiters.includes(waiter)) waiters.push(waiter);
          return waiters.indexOf(waiter);
        },
        wait(ms, signal) {
          if (!canBeWoken()) return sleep(Math.min(ms, pollMs), signal);
          return sleep(ms, signal, (wake) => {
            waiter.wake = wake;
          });
        },
        leave() {
          waiters = waiters.filter((other) => other !== waiter);
          wakeFirst();
        },
      };
    },
  };
}

/** In a Cloudflare Worker, one request cannot resolve a promise of another one. */
function canBeWoken(): boolean {
  return globalThis.navigator?.userAgent !== 'Cloudflare-Workers';
}
