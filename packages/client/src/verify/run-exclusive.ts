/** The last task under way for an owner, by key. */
const lastTasks = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Runs tasks of one owner and key one after another, so that none mistakes the effect of another for its own. If the
 * signal aborts while a task waits for its turn, it is never run, and the promise rejects with the signal's reason.
 */
export async function runExclusive<T>(
  owner: object,
  key: string,
  signal: AbortSignal,
  task: () => Promise<T>,
): Promise<T> {
  const tasks = lastTasks.get(owner) ?? new Map<string, Promise<unknown>>();
  lastTasks.set(owner, tasks);
  let isRunning = false;
  const run = (tasks.get(key) ?? Promise.resolve()).then(() => {
    signal.throwIfAborted();
    isRunning = true;
    return task();
  });
  const last = run.catch(() => {});
  tasks.set(key, last);
  const aborted = new Promise<never>((_, reject) => {
    const abort = () => {
      if (!isRunning) reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
  });
  last.then(() => {
    if (tasks.get(key) === last) tasks.delete(key);
  });
  return Promise.race([run, aborted]);
}
