/** A counting semaphore: so many requests may be under way at the same time. */
export interface Semaphore {
  isFree(now: number): boolean;
  /** Takes a permit, which goes back when the returned function is called or the lease is over. */
  take(now: number, leaseMs: number): () => void;
}

export function createSemaphore(permits: number): Semaphore {
  const taken = new Set<{ readonly leaseEnds: number }>();
  return {
    isFree(now) {
      // The program that took a permit may be gone: a worker whose request was canceled.
      for (const permit of taken) {
        if (permit.leaseEnds <= now) taken.delete(permit);
      }
      return taken.size < permits;
    },
    take(now, leaseMs) {
      const permit = { leaseEnds: now + leaseMs };
      taken.add(permit);
      return () => taken.delete(permit);
    },
  };
}
