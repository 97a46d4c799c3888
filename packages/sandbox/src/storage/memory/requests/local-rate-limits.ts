import type { RateLimit } from '../../rate-limits.ts';
import { createSlidingWindow, type SlidingWindow } from './sliding-window.ts';

/** Rate limits that only one process counts. */
export interface LocalRateLimits {
  /** @param owner The ID of a workspace or a partner. @returns 0 if it is allowed, otherwise the seconds until one is. */
  take(owner: string, limit: RateLimit): Promise<number>;
  /** Forgets the requests of an owner. */
  discard(owner: string): void;
}

/**
 * Creates rate limits in memory, for a storage that only one process uses. They need not be durable.
 *
 * @example
 * ```ts
 * import { createLocalRateLimits } from '@telecrm/sandbox/storage';
 *
 * const limits = createLocalRateLimits();
 * const wait = await limits.take('ent_a', { name: 'minute', requests: 60, seconds: 60 });
 * ```
 */
export function createLocalRateLimits(): LocalRateLimits {
  const owners = new Map<string, Map<string, SlidingWindow>>();
  return {
    async take(owner, limit) {
      const windows = owners.get(owner) ?? new Map<string, SlidingWindow>();
      owners.set(owner, windows);
      const window = windows.get(limit.name) ?? createSlidingWindow();
      windows.set(limit.name, window);
      return window.take(limit, performance.now() / 1000);
    },
    discard: (owner) => void owners.delete(owner),
  };
}
