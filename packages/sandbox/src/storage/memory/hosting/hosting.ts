import type { HostingStorage } from '../../hosting.ts';
import { createLocalRateLimits } from '../requests/local-rate-limits.ts';
import { createMemoryAudit } from './audit.ts';
import { createMemoryCreations } from './creations.ts';

/**
 * The state that only a shared sandbox has, in memory. It is separate from `createMemoryStorage`, because the sandbox of
 * a page or a test does not need it.
 *
 * @example
 * ```ts
 * import { createMemoryHosting, createMemoryStorage } from '@telecrm/sandbox/storage';
 *
 * const storage = { ...createMemoryStorage(), hosting: createMemoryHosting() };
 * console.log(await storage.hosting.audit.list({}, { skip: 0, limit: 10 }));
 * ```
 */
export function createMemoryHosting(): HostingStorage {
  return {
    audit: createMemoryAudit(),
    creations: createMemoryCreations(),
    partnerRateLimits: createLocalRateLimits(),
  };
}
