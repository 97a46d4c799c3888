/**
 * Returns a function that calls `load` and keeps its result. After a failure, the next call tries again.
 *
 * @param load - Receives the number of failures until now.
 */
export function loadOnce<Result>(
  load: (failures: number) => Promise<Result>,
): () => Promise<Result> {
  let failures = 0;
  let loading: Promise<Result> | undefined;
  return () => {
    loading ??= load(failures).catch((error: unknown) => {
      failures++;
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

/** Returns a function that imports a module once. After a failure, the next call tries again. */
export function loadModule<Module>(path: string, base: string): () => Promise<Module> {
  const { href } = new URL(path, base);
  return loadOnce<Module>((failures) => importAgain(href, failures));
}

/**
 * Imports a module. Chromium never requests the URL of a failed import again, so that each further attempt needs another
 * query. The module must not have static imports, whose URLs would stay the same.
 */
export function importAgain(url: string, failures: number) {
  return import(failures === 0 ? url : `${url}?${failures}`);
}
