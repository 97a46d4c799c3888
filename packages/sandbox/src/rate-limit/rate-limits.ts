import { facts } from '../generated/facts.ts';
import type { ApiName } from '../operations/operation.ts';
import type { RateLimit } from '../storage/rate-limits.ts';

/** The limit of each API; none where there is no entry. */
export type RateLimits = Readonly<Partial<Record<ApiName, RateLimit>>>;

/**
 * The figure of the Async API is documented, so it holds unless another is given. That of the Sync API has only been seen
 * in the notes of one program, so there is no limit there until somebody asks for one.
 */
export function rateLimitsOf(requestsPerHour?: number): RateLimits {
  const documented: Partial<Record<ApiName, number>> = facts.requestsPerHour;
  const limitOf = (name: ApiName) => {
    const requests = requestsPerHour ?? documented[name];
    return requests === undefined ? {} : { [name]: { name, requests, seconds: 3600 } };
  };
  return { ...limitOf('sync'), ...limitOf('async') };
}
