import type { HostingContext } from '../context.ts';
import { createMinuteLimit } from './minute-limit.ts';

/** The maximum number of failed sign-ins that a process records per minute. */
const perMinute = 10;

/** Records requests with an unknown token in the audit trail, without the token or any other value from the request. */
export function createFailedSignIns({
  server,
  now,
}: HostingContext): (operationId: string | undefined) => Promise<void> {
  const isAllowed = createMinuteLimit(perMinute);
  return async (operationId) => {
    if (!isAllowed()) return;
    await server.storage.audit.add({
      time: now(),
      ...{ actor: 'unknown', partnerId: null, enterpriseId: null, status: 401 },
      operation: operationId ?? 'none',
    });
  };
}
