/** The longest time for a timer; more would be taken for none. */
const longest = 2 ** 31 - 1;

/**
 * A signal that aborts after a time or with the caller's; `end` lets go of both. Much cheaper than
 * `AbortSignal.any` with `AbortSignal.timeout`, which together cost a tenth of a call.
 */
export function startClock(ms: number, caller: AbortSignal): { signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, Math.min(ms, longest));
  caller.addEventListener('abort', abort);
  if (caller.aborted) abort();
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer);
      caller.removeEventListener('abort', abort);
    },
  };
}

/** Waits, and rejects with the signal's reason as soon as it aborts. */
export function sleep(ms: number, caller: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const { signal, end } = startClock(ms, caller);
    const over = () => {
      end();
      caller.aborted ? reject(caller.reason) : resolve();
    };
    signal.addEventListener('abort', over);
    if (caller.aborted) over();
  });
}
