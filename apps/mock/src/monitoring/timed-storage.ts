/** Receives the duration of a call: `ingestions.add`. */
export type OnTimed = (call: string, seconds: number) => void;

/**
 * Measures the asynchronous methods of a storage and of its parts. Synchronous results are passed on without measuring:
 * the store of a workspace is measured as `workspaceStore`.
 */
export function timeStorage<T extends object>(storage: T, onTimed: OnTimed, prefix = ''): T {
  const parts = new Map<string, unknown>();
  return new Proxy(storage, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof name === 'symbol') return value;
      const known = parts.get(name);
      if (known !== undefined) return known;
      const timed = timedPart(target, value, onTimed, prefix + name);
      if (timed !== value) parts.set(name, timed);
      return timed;
    },
  });
}

function timedPart(owner: object, value: unknown, onTimed: OnTimed, call: string): unknown {
  if (typeof value === 'function') {
    return (...args: unknown[]) => timedCall(() => value.apply(owner, args), onTimed, call);
  }
  const isPart = typeof value === 'object' && value !== null;
  return isPart ? timeStorage(value, onTimed, `${call}.`) : value;
}

function timedCall(run: () => unknown, onTimed: OnTimed, call: string): unknown {
  const began = performance.now();
  const result = run();
  if (result instanceof Promise) {
    return result.finally(() => onTimed(call, (performance.now() - began) / 1000));
  }
  const isPart = typeof result === 'object' && result !== null;
  return isPart ? timeStorage(result, onTimed, `${call}.`) : result;
}
