/** A limit of requests in any period, wherever it begins. */
export interface RateLimit {
  /** What is limited, for instance the Sync API: each has a count of its own in each workspace. */
  readonly name: string;
  readonly requests: number;
  readonly seconds: number;
}

/** Sliding windows by workspace and name, across all processes. They go by real time and need not be durable. */
export interface RateLimitStorage {
  /**
   * Counts a request if it fits.
   *
   * @returns 0 if it fits, else the whole seconds until one does. Requests that came within a sixtieth of the period may be
   * counted together, as of the last of them.
   */
  take(enterpriseId: string, limit: RateLimit): Promise<number>;
}
