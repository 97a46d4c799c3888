import { facts } from '../generated/facts.ts';
import type { ApiName } from '../operations/operation.ts';
import type { RateLimit } from '../storage/rate-limits.ts';

/** The limit of each API, if any. */
export type RateLimits = Readonly<Partial<Record<ApiName, RateLimit>>>;

/**
 * The limit of the Async API is documented, so it applies by default. The limit of the Sync API is known only from the
 * notes of one program, so it applies only if requested.
 */
export function rateLimitsOf(requestsPerHour?: number): RateLimits {
  const documented: Partial<Record<ApiName, number>> = facts.requestsPerHour;
  const limitOf = (name: ApiName) => {
    const requests = requestsPerHour ?? documented[name];
    return requests === undefined ? {} : { [name]: { name, requests, seconds: 3600 } };
  };
  return { ...limitOf('sync'), ...limitOf('async') };
}
