/** The longest delay of a timer; a longer one would fire immediately. */
const longest = 2 ** 31 - 1;

/** A signal that aborts after a time or with another signal. */
export interface Timer {
  readonly signal: AbortSignal;
  /** Whether the time is over. False if the other signal aborted. */
  readonly expired: () => boolean;
  /** Stops the timer and removes the listener from the other signal. */
  readonly clear: () => void;
}

/**
 * Starts a timer. Much faster than `AbortSignal.any` with `AbortSignal.timeout`, which together
 * take a tenth of the time of a call. Unlike them, it can be stopped.
 *
 * @param onAbort Called when the signal aborts. A listener would take longer.
 */
export function startTimer(
  ms: number,
  parent: AbortSignal | undefined,
  onAbort?: (reason: unknown, expired: boolean) => void,
): Timer {
  const controller = new AbortController();
  const { signal } = controller;
  let expired = false;
  const clear = () => {
    // Node then keeps its list of timers of this duration for the next call, instead of deleting it.
    timer?.unref?.();
    clearTimeout(timer);
    parent?.removeEventListener('abort', abort);
  };
  const abort = () => {
    clear();
    controller.abort(parent?.reason);
    onAbort?.(signal.reason, expired);
  };
  const expire = () => {
    expired = true;
    abort();
  };
  const timer = ms > longest ? undefined : setTimeout(expire, Math.ceil(ms));
  parent?.addEventListener('abort', abort);
  if (parent?.aborted) abort();
  return { signal, expired: () => expired, clear };
}

/**
 * Waits, and rejects with the signal's reason as soon as it aborts.
 *
 * @param onStart Receives a function that ends the wait early.
 */
export function sleep(
  ms: number,
  signal: AbortSignal | undefined,
  onStart?: (wake: () => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const { clear } = startTimer(ms, signal, (reason, expired) => {
      if (expired) resolve();
      else reject(reason);
    });
    onStart?.(() => {
      clear();
      resolve();
    });
  });
}
