/**
 * Reads a value that may be unavailable. Concurrent calls share one read, also while it takes longer than the limit, so
 * that reads do not accumulate.
 *
 * @returns A function that resolves to `undefined` if the read fails or takes longer than `limitMs`.
 */
export function readSoon<T>(read: () => Promise<T>, limitMs: number): () => Promise<T | undefined> {
  let reading: Promise<T | undefined> | undefined;
  return async () => {
    reading ??= read()
      .catch(() => undefined)
      .finally(() => {
        reading = undefined;
      });
    const late = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => late.resolve(undefined), limitMs);
    timer.unref();
    return Promise.race([reading, late.promise]).finally(() => clearTimeout(timer));
  };
}
