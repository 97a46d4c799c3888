import type { AuditTrail } from './audit-trail.ts';
import { createMinuteLimit } from './minute-limit.ts';

/** The maximum number of failed sign-ins that a process records per minute. */
const perMinute = 10;

const rejection = { subject: null, status: 401 };

/** Records requests with an unknown token in the audit trail, without the token or any other value from the request. */
export function createFailedSignIns(
  trail: AuditTrail,
  now: () => number,
): (operationId: string | undefined) => Promise<void> {
  const limit = createMinuteLimit(perMinute);
  return async (operationId = 'none') => {
    if (!limit.take()) return;
    const nobody = { actor: 'unknown', partnerId: null, enterpriseId: null } as const;
    await trail.note({ time: now(), ...nobody, operation: operationId }, rejection);
  };
}
