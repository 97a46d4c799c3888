/** Waits, and rejects with the signal's reason as soon as it aborts. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      signal.aborted ? reject(signal.reason) : resolve();
    };
    // A timer of more than 2^31 - 1 ms would fire at once.
    const timer = setTimeout(end, Math.min(ms, 2 ** 31 - 1));
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
