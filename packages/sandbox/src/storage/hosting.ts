import type { AuditStorage } from './audit.ts';
import type { CreationStorage } from './creations.ts';
import type { PartnerRateLimitStorage } from './rate-limits.ts';

/** The state that only a shared sandbox has. */
export interface HostingStorage {
  readonly audit: AuditStorage;
  readonly creations: CreationStorage;
  readonly partnerRateLimits: PartnerRateLimitStorage;
}
