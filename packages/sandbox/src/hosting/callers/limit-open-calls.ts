import type { ApiResponse } from '../../http/api-response.ts';
import type { HostingContext } from '../context.ts';
import { callsExceeded } from '../quotas/quota-response.ts';
import type { Caller } from './caller.ts';

/**
 * Calls of the control surface per minute with the token of an unclaimed workspace. Three open consoles need fewer; more
 * would let anybody take the time of the sandbox from others, because one call can list a thousand leads.
 */
const perMinute = 300;

/**
 * Limits calls of the control surface by those who have no key. The result of the function is the error response if
 * there are too many.
 */
export function limitOpenCalls({
  server,
}: HostingContext): (caller: Caller) => Promise<ApiResponse | undefined> {
  const { rateLimits } = server.storage;
  return async ({ actor, enterpriseId }) => {
    if (actor !== 'open' || enterpriseId === undefined) return undefined;
    const limit = { name: 'control', requests: perMinute, seconds: 60 };
    const seconds = await rateLimits.take(enterpriseId, limit);
    return seconds > 0 ? callsExceeded(perMinute, seconds) : undefined;
  };
}
