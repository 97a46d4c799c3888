/** A limit of requests per period, whenever the period starts. */
export interface RateLimit {
  /** The name of the limit, for instance of an API: each name is counted separately in each workspace and for each partner. */
  readonly name: string;
  readonly requests: number;
  readonly seconds: number;
}

/** Sliding windows of partners, with the same rules as those of workspaces. */
export interface PartnerRateLimitStorage {
  /**
   * Counts a call if it is allowed.
   *
   * @returns 0 if it is allowed, otherwise the whole seconds until one is.
   */
  take(partnerId: string, limit: RateLimit): Promise<number>;
}

/** Sliding windows by workspace and name, shared by all processes. They use real time and need not be durable. */
export interface RateLimitStorage {
  /**
   * Counts a request if it is allowed.
   *
   * @returns 0 if it is allowed, otherwise the whole seconds until one is. Requests within a sixtieth of the period may
   * be counted together, at the time of the last one.
   */
  take(enterpriseId: string, limit: RateLimit): Promise<number>;
}
