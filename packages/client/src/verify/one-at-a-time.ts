/** What is under way for an owner, by key. */
const tails = new WeakMap<object, Map<string, Promise<unknown>>>();

/** Runs tasks of one owner and key one after another, so that none mistakes the effect of another for its own. */
export async function oneAtATime<T>(
  owner: object,
  key: string,
  task: () => Promise<T>,
): Promise<T> {
  const keys = tails.get(owner) ?? new Map<string, Promise<unknown>>();
  tails.set(owner, keys);
  const run = (keys.get(key) ?? Promise.resolve()).then(task, task);
  const tail = run.catch(() => {});
  keys.set(key, tail);
  try {
    return await run;
  } finally {
    if (keys.get(key) === tail) keys.delete(key);
  }
}
