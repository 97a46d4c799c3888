/** Holds each token to so many requests an hour. */
export interface Limiter {
  /** 0 when the request fits, else the whole seconds until one does. */
  take(token: string): number;
  /** Forgets what a token has used up. */
  forget(token: string): void;
}

const hour = 3600;

/**
 * A bucket for each token. It is full at first and fills again evenly, so that a caller who waits as long as he is told
 * goes on at the pace of the limit instead of standing still until the hour is over.
 *
 * @param now Seconds that only ever grow.
 */
export function createLimiter(perHour: number, now = () => performance.now() / 1000): Limiter {
  const buckets = new Map<string, { left: number; at: number }>();
  const perSecond = perHour / hour;
  return {
    take(token) {
      const at = now();
      const bucket = buckets.get(token) ?? { left: perHour, at };
      const left = Math.min(perHour, bucket.left + (at - bucket.at) * perSecond);
      // Time is a fraction: a hair's breadth short of one request is one.
      const fits = left >= 1 - 1e-6;
      buckets.set(token, { left: fits ? left - 1 : left, at });
      return fits ? 0 : Math.max(1, Math.ceil((1 - left) / perSecond - 1e-6));
    },
    forget(token) {
      buckets.delete(token);
    },
  };
}

/** Lets everything through. */
export const unlimited: Limiter = { take: () => 0, forget: () => {} };
