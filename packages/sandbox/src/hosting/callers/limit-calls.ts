import type { ApiResponse } from '../../http/api-response.ts';
import type { HostingContext } from '../context.ts';
import { openCallsExceeded, quotaExceeded } from '../quotas/quota-response.ts';
import type { Caller } from './caller.ts';

/**
 * Limits calls of the control surface by each partner, and with the token of each unclaimed workspace: otherwise one
 * caller could take the time of the sandbox from others, because one call can list a thousand leads. The admin and the
 * operator are not limited.
 *
 * @returns A function whose result is the error response if there are too many.
 */
export function limitCalls({
  server,
  quotas,
  partnerRateLimits,
}: HostingContext): (caller: Caller) => Promise<ApiResponse | undefined> {
  const { rateLimits } = server.storage;
  return async ({ actor, partnerId, enterpriseId }) => {
    if (partnerId !== null) {
      const limit = limitOf(quotas.partner.controlCallsPerMinute);
      const seconds = await partnerRateLimits.take(partnerId, limit);
      if (seconds > 0) return quotaExceeded('controlCallsPerMinute', limit.requests, seconds);
    } else if (actor === 'open' && enterpriseId !== undefined) {
      const limit = limitOf(quotas.open.controlCallsPerMinute);
      const seconds = await rateLimits.take(enterpriseId, limit);
      if (seconds > 0) return openCallsExceeded(limit.requests, seconds);
    }
    return undefined;
  };
}

function limitOf(requests: number) {
  return { name: 'control', requests, seconds: 60 };
}
