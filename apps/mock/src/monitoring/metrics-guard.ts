import { createGuard, errorResponse, type Guard } from '@telecrm/sandbox/adapter';
import type { MockOptions } from '../options.ts';

/** Authorizes requests for metrics: with the admin token or the control token, if there is one. */
export function createMetricsGuard({
  adminToken,
  controlToken,
}: Pick<MockOptions, 'adminToken' | 'controlToken'>): Guard {
  const tokens = [adminToken, controlToken].filter((token) => token !== undefined);
  if (tokens.length === 0) return () => undefined;
  const guards = tokens.map(createGuard);
  const names = [adminToken && 'the admin token', controlToken && 'the control token'];
  const message = `This needs ${names.filter(Boolean).join(' or ')}: send it as Authorization: Bearer.`;
  return (request) =>
    guards.some((guard) => guard(request) === undefined)
      ? undefined
      : errorResponse(401, 'NOT_AUTHORIZED', message);
}
