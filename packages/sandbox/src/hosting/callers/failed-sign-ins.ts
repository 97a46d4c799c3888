import { realTime } from '../../clock/real-time.ts';
import type { HostingContext } from '../context.ts';

/**
 * The maximum number of failed sign-ins that a process records per minute, which limits how fast the audit trail can be
 * filled.
 */
const perMinute = 10;

/** Records requests with an unknown token in the audit trail, without the token or any other value from the request. */
export function createFailedSignIns({
  server,
  now,
}: HostingContext): (operationId: string | undefined) => Promise<void> {
  let minuteEnds = 0;
  let left = 0;
  return async (operationId) => {
    const at = realTime();
    if (at >= minuteEnds) {
      minuteEnds = at + 60_000;
      left = perMinute;
    }
    if (left === 0) return;
    left--;
    await server.storage.audit.add({
      time: now(),
      ...{ actor: 'unknown', partnerId: null, enterpriseId: null, status: 401 },
      operation: operationId ?? 'none',
    });
  };
}
