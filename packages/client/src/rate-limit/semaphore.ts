/** A counting semaphore: limits the number of concurrent requests. */
export interface Semaphore {
  isFree(now: number): boolean;
  /** Acquires a permit, which is released when the returned function is called or the lease expires. */
  acquire(now: number, leaseMs: number): () => void;
}

export function createSemaphore(permits: number): Semaphore {
  const taken = new Set<{ readonly leaseEnds: number }>();
  return {
    isFree(now) {
      // A permit may never be released: the request of a worker can be canceled.
      for (const permit of taken) {
        if (permit.leaseEnds <= now) taken.delete(permit);
      }
      return taken.size < permits;
    },
    acquire(now, leaseMs) {
      const permit = { leaseEnds: now + leaseMs };
      taken.add(permit);
      return () => taken.delete(permit);
    },
  };
}
