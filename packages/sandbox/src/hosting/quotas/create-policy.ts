import { errorResponse } from '../../http/api-response.ts';
import type { Operation } from '../../operations/operation.ts';
import { unauthorized } from '../../responses/documented-errors.ts';
import type { WorkspaceRecord } from '../../storage/workspaces.ts';
import type { HostingContext } from '../context.ts';
import type { CallPolicy } from './call-policy.ts';
import { limitStore } from './limit-store.ts';
import { QuotaError } from './quota-error.ts';
import { quotaExceeded } from './quota-response.ts';
import type { Quotas } from './quotas.ts';

type Counted = 'leads' | 'actions';

/** The records that an operation adds. Operations that are not listed only read. */
const additions: Readonly<Record<string, readonly Counted[]>> = {
  createOrUpdateLead: ['leads', 'actions'],
  createLead: ['leads', 'actions'],
  createActions: ['actions'],
  updateLead: [],
  updateAction: [],
  createTeamMember: [],
};

/** The `Retry-After` value for a full queue. */
const queueRetrySeconds = 1;

/** Limits requests by the quotas of their workspaces, and announces expiry in a header. */
export function createPolicy(context: HostingContext): CallPolicy {
  const { server, now, quotasOf, expiryOf } = context;
  const { rateLimits, workspaces } = server.storage;

  const findExhaustedQuota = async (
    { id }: Operation,
    { enterpriseId }: WorkspaceRecord,
    quotas: Quotas,
  ): Promise<Counted | undefined> => {
    const added = additions[id] ?? [];
    if (added.length === 0) return undefined;
    const [usage] = await workspaces.usage([enterpriseId]);
    return added.find((quota) => (usage?.[quota] ?? 0) >= quotas[quota]);
  };

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
      if (seconds > 0) return quotaExceeded('requestsPerMinute', requests, seconds);
      const quota = await findExhaustedQuota(operation, workspace, quotas);
      return quota && quotaExceeded(quota, quotas[quota]);
    },
    async charge({ id }, workspace, bytes) {
      const limit = quotasOf(workspace)?.bytes;
      if (limit === undefined || !Object.hasOwn(additions, id)) return undefined;
      const isCounted = await workspaces.addBytes(workspace.enterpriseId, bytes, limit);
      return isCounted ? undefined : quotaExceeded('bytes', limit);
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
      const isCounted = quotasOf(workspace) === undefined && Object.hasOwn(additions, operation.id);
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
