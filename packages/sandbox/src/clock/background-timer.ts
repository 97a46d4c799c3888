/**
 * Starts a timer that does not keep a process alive where the runtime knows of such a thing, as Node and Bun do.
 *
 * @returns Stops it.
 */
export function startTimer(run: () => void, milliseconds: number): () => void {
  const timer: unknown = setTimeout(run, milliseconds);
  if (typeof timer === 'object' && timer !== null && 'unref' in timer) {
    if (typeof timer.unref === 'function') timer.unref();
  }
  // What `setTimeout` returned is what `clearTimeout` takes, whatever a runtime's type for it.
  return () => clearTimeout(timer as number);
}

/** Resolves after a while, without keeping a process alive meanwhile. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void startTimer(resolve, milliseconds));
}

/** Lets everything else that is due have its turn. */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, 0));
}
