import type { CreationStorage } from '../../creations.ts';

/** The maximum number of callers in memory. Beyond it, the one that has not created a workspace for longest is forgotten. */
const maxCallers = 100_000;

/**
 * Counts created workspaces, in memory.
 *
 * @param now Monotonic seconds.
 */
export function createMemoryCreations(now = () => performance.now() / 1000): CreationStorage {
  /** The times of each caller, oldest first; the callers in the order of their newest times. */
  const callers = new Map<string, number[]>();

  const deleteExpired = (since: number) => {
    for (const [caller, times] of callers) {
      if ((times.at(-1) ?? 0) > since && callers.size <= maxCallers) return;
      callers.delete(caller);
    }
  };

  return {
    async take(caller, { requests, seconds }) {
      const at = now();
      const times = (callers.get(caller) ?? []).filter((time) => time > at - seconds);
      const blocking = times[times.length - requests];
      if (blocking !== undefined) return Math.max(1, Math.ceil(blocking + seconds - at));
      callers.delete(caller);
      callers.set(caller, [...times, at]);
      deleteExpired(at - seconds);
      return 0;
    },
    async giveBack(caller) {
      const times = callers.get(caller)?.slice(0, -1) ?? [];
      if (times.length > 0) callers.set(caller, times);
      else callers.delete(caller);
    },
    deleteExpired: async (seconds) => deleteExpired(now() - seconds),
  };
}
