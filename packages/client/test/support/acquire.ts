import type { RateLimiter } from '../../src/rate-limit/limiter.ts';

interface Waits {
  signal?: AbortSignal;
  maxWaitMs?: number;
  onWait?: (ms: number) => void;
}

/** Acquires a place in a limiter as a call without limits of its own does. */
export function acquire(
  limiter: RateLimiter,
  token = 'token',
  waits: Waits = {},
): Promise<() => void> {
  const defaults = { maxWaitMs: Infinity, leaseMs: 30_000, onWait: () => {} };
  return limiter.acquire({ token, ...defaults, ...waits });
}
