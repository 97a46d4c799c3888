import type { RateLimitStorage } from '../../rate-limits.ts';
import type { MemoryWorkspaces } from '../memory-workspace.ts';
import { createSlidingWindow } from './sliding-window.ts';

/** The rate limits of all workspaces, in memory. */
export function createMemoryRateLimits(workspaces: MemoryWorkspaces): RateLimitStorage {
  return {
    async take(enterpriseId, limit) {
      const windows = workspaces.get(enterpriseId)?.windows;
      if (windows === undefined) return 0;
      const window = windows.get(limit.name) ?? createSlidingWindow();
      windows.set(limit.name, window);
      return window.take(limit, performance.now() / 1000);
    },
  };
}
