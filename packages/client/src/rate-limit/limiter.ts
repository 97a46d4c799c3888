/** Options of {@link RateLimiter.acquire}. */
export interface AcquireOptions {
  /** The token of the request. The limits apply to each token separately. */
  readonly token: string;
  readonly signal?: AbortSignal | undefined;
  /** The longest wait for the rate. A longer one rejects immediately. */
  readonly maxWaitMs: number;
  /** After how long a request counts as ended if its end is never reported. */
  readonly leaseMs: number;
  /** Called before a wait for the rate begins. */
  readonly onWait: (ms: number) => void;
  /** Whether to ignore a {@link RateLimiter.pause}. Calls that were asked to wait do so themselves. */
  readonly ignorePauses?: boolean;
}

/** Limits the rate of requests; see `createRateLimiter`. Clients can share one. */
export interface RateLimiter {
  /** Resolves when a request may start. Call the function that it resolves with when the request ends. */
  acquire(options: AcquireOptions): Promise<() => void>;
  /**
   * Delays new requests of a token because the API has asked one of its requests to wait. Returns the number of other
   * pauses of the token, and a function that ends this one.
   */
  pause(token: string, ms: number): { readonly others: number; readonly end: () => unknown };
}

/** Reports a wait that begins. Throws if it is too long. */
export function startWait(waitMs: number, { maxWaitMs, onWait }: AcquireOptions): void {
  if (waitMs > maxWaitMs) throw new RateLimitExceeded(waitMs);
  onWait(waitMs);
}

/** A request would have to wait for longer than `maxWaitMs`. */
export class RateLimitExceeded extends Error {
  readonly waitMs: number;

  constructor(waitMs: number) {
    super('the rate limit is used up');
    this.waitMs = waitMs;
  }
}
