/** Counts what is in use. A lease ends with the use, or when its time is over if the end is never reported. */
export interface Leases {
  count(now: number): number;
  /** Starts a lease. The returned function ends it; it returns false if the lease was over already. */
  start(now: number, leaseMs: number): () => boolean;
}

export function createLeases(): Leases {
  const leases = new Set<{ readonly ends: number }>();
  return {
    count(now) {
      // The end may never be reported: the request of a worker can be canceled.
      for (const lease of leases) {
        if (lease.ends <= now) leases.delete(lease);
      }
      return leases.size;
    },
    start(now, leaseMs) {
      const lease = { ends: now + leaseMs };
      leases.add(lease);
      return () => leases.delete(lease);
    },
  };
}
