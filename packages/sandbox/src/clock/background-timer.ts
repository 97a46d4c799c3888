/**
 * Starts a timer. It does not keep the process alive in runtimes that support this, such as Node and Bun.
 *
 * @returns A function that stops it.
 */
export function startTimer(run: () => void, milliseconds: number): () => void {
  const timer: unknown = setTimeout(run, milliseconds);
  if (typeof timer === 'object' && timer !== null && 'unref' in timer) {
    if (typeof timer.unref === 'function') timer.unref();
  }
  // `clearTimeout` accepts the return value of `setTimeout`, whatever its type in this runtime.
  return () => clearTimeout(timer as number);
}

/** Resolves after a delay that does not keep the process alive. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void startTimer(resolve, milliseconds));
}
