/** The longest delay of a timer; a longer one would fire immediately. */
const longest = 2 ** 31 - 1;

/** A signal that aborts after a time or with another one. */
export interface Timer {
  readonly signal: AbortSignal;
  /** Whether the time is over, rather than the other signal aborted. */
  readonly expired: () => boolean;
  /** Stops the timer and removes the listener from the other signal. */
  readonly clear: () => void;
}

/**
 * Starts a timer. Much cheaper than `AbortSignal.any` with `AbortSignal.timeout`, which together
 * cost a tenth of a call, and unlike them it leaves nothing behind.
 */
export function startTimer(ms: number, parent: AbortSignal | undefined): Timer {
  const controller = new AbortController();
  let expired = false;
  const abort = () => controller.abort(parent?.reason);
  const expire = () => {
    expired = true;
    controller.abort();
  };
  const timer = ms > longest ? undefined : setTimeout(expire, Math.ceil(ms));
  parent?.addEventListener('abort', abort);
  if (parent?.aborted) abort();
  return {
    signal: controller.signal,
    expired: () => expired,
    clear() {
      clearTimeout(timer);
      parent?.removeEventListener('abort', abort);
    },
  };
}

/** Waits, and rejects with the signal's reason as soon as it aborts. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  const timer = startTimer(ms, signal);
  return new Promise((resolve, reject) => {
    const finish = () => {
      timer.clear();
      if (signal?.aborted) reject(signal.reason);
      else resolve();
    };
    timer.signal.addEventListener('abort', finish);
    if (timer.signal.aborted) finish();
  });
}
