/** The longest time for a timer; more would be taken for none. */
export const longest = 2 ** 31 - 1;

/** Waits, and rejects with the signal's reason as soon as it aborts. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      signal.aborted ? reject(signal.reason) : resolve();
    };
    const timer = setTimeout(end, Math.min(ms, longest));
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
