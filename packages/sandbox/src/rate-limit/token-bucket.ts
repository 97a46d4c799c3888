/** Limits how many requests each token may make. */
export interface RateLimiter {
  /** 0 when the request fits, else the whole seconds until one does. */
  take(token: string): number;
  /** Forgets what a token has used up. */
  forget(token: string): void;
}

const hour = 3600;

/**
 * Per-token token-bucket rate limiter. A bucket is full at first and refills evenly, so that a caller who waits as long
 * as `Retry-After` says continues at the rate of the limit instead of standing still until the hour is over.
 *
 * @param now Seconds that only ever grow.
 */
export function createTokenBucket(
  perHour: number,
  now = () => performance.now() / 1000,
): RateLimiter {
  const buckets = new Map<string, { left: number; at: number }>();
  const perSecond = perHour / hour;
  // Epsilon for floating-point error.
  const epsilon = 1e-6;
  return {
    take(token) {
      const at = now();
      const bucket = buckets.get(token) ?? { left: perHour, at };
      const left = Math.min(perHour, bucket.left + (at - bucket.at) * perSecond);
      const fits = left >= 1 - epsilon;
      buckets.set(token, { left: fits ? left - 1 : left, at });
      return fits ? 0 : Math.max(1, Math.ceil((1 - left) / perSecond - epsilon));
    },
    forget(token) {
      buckets.delete(token);
    },
  };
}

/** Lets everything through. */
export const unlimited: RateLimiter = { take: () => 0, forget: () => {} };
