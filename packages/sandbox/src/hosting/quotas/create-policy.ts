import { errorResponse } from '../../http/api-response.ts';
import { unauthorized } from '../../responses/documented-errors.ts';
import type { HostingContext } from '../context.ts';
import type { CallPolicy } from './call-policy.ts';
import { createFindExhausted, isWrite } from './find-exhausted.ts';
import { limitStore } from './limit-store.ts';
import { QuotaError } from './quota-error.ts';
import { quotaExceeded } from './quota-response.ts';

/** The `Retry-After` value for a full queue. */
const queueRetrySeconds = 1;

/** Limits requests by the quotas of their workspaces, and announces expiry in a header. */
export function createPolicy(context: HostingContext): CallPolicy {
  const { server, now, quotasOf, expiryOf } = context;
  const { rateLimits, workspaces } = server.storage;

  const findExhausted = createFindExhausted(context);

  return {
    async check(operation, workspace) {
      const { enterpriseId, expiresOn } = workspace;
      // An expired workspace is removed within a minute.
      if (expiresOn !== null && expiresOn <= now()) return unauthorized(operation);
      const quotas = quotasOf(workspace);
      if (quotas === undefined) return undefined;
      const { requestsPerMinute: requests } = quotas;
      const limit = { name: 'minute', requests, seconds: 60 };
      const seconds = await rateLimits.take(enterpriseId, limit);
      return seconds > 0 ? quotaExceeded('requestsPerMinute', requests, seconds) : undefined;
    },
    async charge(operation, workspace, { body, size }) {
      const quotas = quotasOf(workspace);
      if (quotas === undefined || !isWrite(operation)) return undefined;
      const quota = await findExhausted(operation, workspace, { quotas, body });
      if (quota) return quotaExceeded(quota, quotas[quota]);
      const isCounted = await workspaces.addBytes(workspace.enterpriseId, size, quotas.bytes);
      return isCounted ? undefined : quotaExceeded('bytes', quotas.bytes);
    },
    limit(store, workspace) {
      const quotas = quotasOf(workspace);
      return quotas ? limitStore(store, quotas) : store;
    },
    rejectionOf: (error) =>
      error instanceof QuotaError ? errorResponse(403, 'QUOTA_EXCEEDED', error.message) : undefined,
    queueBound(workspace) {
      const limit = quotasOf(workspace)?.queued;
      if (limit === undefined) return undefined;
      return { limit, rejection: quotaExceeded('queued', limit, queueRetrySeconds) };
    },
    finish(operation, workspace, { bytes, response }) {
      const at = now();
      const expiresOn = expiryOf(workspace, at);
      // Bytes that count toward a quota have been charged already.
      const isCounted = quotasOf(workspace) === undefined && isWrite(operation);
      workspaces.use(workspace.enterpriseId, {
        ...{ at, bytes: isCounted ? bytes : 0 },
        // That of an unclaimed workspace is constant, and it may be claimed before this use is recorded.
        ...(workspace.state === 'live' && { expiresOn }),
      });
      if (response === 'cut' || expiresOn === null) return response;
      const sunset = new Date(expiresOn).toUTCString();
      return { ...response, headers: { ...response.headers, sunset } };
    },
  };
}
