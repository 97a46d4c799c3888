import { sleep } from '../send/timer.ts';

/** Those that wait, in the order in which they came. */
export interface WaitingLine {
  join(): Place;
  /** Lets the first one look again whether it may go. */
  wakeFirst(): void;
}

/** The place of one that waits. */
interface Place {
  /** How many are before it. */
  ahead(): number;
  /** Waits until it is worth looking again: after a time, or when it is woken. Rejects on an abort. */
  wait(ms: number, signal: AbortSignal | undefined): Promise<void>;
  leave(): void;
}

interface Waiter {
  wake: () => void;
  /** When it last looked. */
  seenAt: number;
}

/** How often a waiter that cannot be woken checks again. */
const pollMs = 50;
/** A waiter that has not checked for this long is gone: it was canceled without notice. */
const goneMs = 5000;

export function createWaitingLine(): WaitingLine {
  let waiters: Waiter[] = [];

  function wakeFirst(): void {
    waiters[0]?.wake();
  }

  return {
    wakeFirst,
    join() {
      const own: Waiter = { wake: () => {}, seenAt: Date.now() };
      waiters.push(own);
      return {
        ahead() {
          own.seenAt = Date.now();
          if (!canBeWoken()) {
            waiters = waiters.filter(({ seenAt }) => own.seenAt - seenAt < goneMs);
          }
          if (!waiters.includes(own)) waiters.push(own);
          return waiters.indexOf(own);
        },
        wait(ms, signal) {
          if (!canBeWoken()) return sleep(Math.min(ms, pollMs), signal);
          return sleep(ms, signal, (wake) => {
            own.wake = wake;
          });
        },
        leave() {
          waiters = waiters.filter((waiter) => waiter !== own);
          wakeFirst();
        },
      };
    },
  };
}

/** In a Cloudflare Worker, one request must not resolve what another one waits for. */
function canBeWoken(): boolean {
  return globalThis.navigator?.userAgent !== 'Cloudflare-Workers';
}
