import type { ServerContext } from '../calls/server-context.ts';
import { hostingOperations } from '../generated/hosting-operations.ts';
import * as hostingValidators from '../generated/hosting-validators.ts';
import { addValidators } from '../validation/compiled.ts';
import { createAuditTrail } from './audit/audit-trail.ts';
import { createFailedSignIns } from './audit/failed-sign-ins.ts';
import { recordCalls } from './audit/record-calls.ts';
import { identify } from './callers/identify.ts';
import { limitCalls } from './callers/limit-calls.ts';
import { hostingContext } from './context.ts';
import type { ControlExtension } from './control-extension.ts';
import { startExpiry } from './expiry.ts';
import { createHostingHandlers } from './handlers/handlers.ts';
import type { Hosting } from './hosting.ts';
import type { HostingOptions } from './options.ts';
import { createPolicy } from './quotas/create-policy.ts';
import { limitCopies } from './quotas/limit-copies.ts';
import { limitCreations } from './quotas/limit-creations.ts';
import { quotaExceeded, unclaimedExceeded } from './quotas/quota-response.ts';
import { withdrawFromDeleted } from './withdraw.ts';

/** The maximum length of the definition of an unclaimed workspace, because definitions are also kept in memory. */
const maxOpenDefinition = 32_768;

/**
 * Turns a sandbox into one that many people share: partners with keys, quotas, expiry, snapshots, clocks and an audit
 * trail.
 *
 * @param options Access and quotas.
 *
 * @example
 * ```ts
 * import { openSandbox } from '@telecrm/sandbox/adapter';
 * import { createHosting } from '@telecrm/sandbox/hosting';
 *
 * const adminToken = 'a-secret-of-mine';
 * const sandbox = openSandbox({ hosting: createHosting({ adminToken, open: true }) });
 * sandbox.stop();
 * ```
 */
export function createHosting(options: HostingOptions): (server: ServerContext) => Hosting {
  addValidators(hostingValidators);
  const { adminToken, open = false, expireAfterMs } = options;
  const isShared = adminToken !== undefined || open || expireAfterMs !== undefined;
  return (server) => {
    const context = hostingContext(server, options);
    const { quotas, quotasOf, expiryOf, now } = context;
    const limitedCall = limitCalls(context);
    const trail = createAuditTrail(context.audit, server);
    const noteFailedSignIn = createFailedSignIns(trail, now);
    const limited = limitCreations(context);
    const copies = limitCopies();
    const control: ControlExtension = {
      operations: hostingOperations,
      isOpen: open,
      handlers(ofWorkspace, { createWorkspace }) {
        const handlers = createHostingHandlers(context, ofWorkspace);
        return {
          ...handlers,
          createWorkspace: limited(createWorkspace),
          cloneWorkspace: limited(copies.limit(handlers.cloneWorkspace)),
          saveSnapshot: copies.limit(handlers.saveSnapshot),
          restoreSnapshot: copies.limit(handlers.restoreSnapshot),
        };
      },
      async callerOf(request, operationId) {
        const caller = await identify(context, request, operationId);
        if (!('status' in caller)) return (await limitedCall(caller)) ?? caller;
        if (request.header('authorization')) await noteFailedSignIn(operationId);
        return caller;
      },
      settingsFor({ actor, partnerId }, at) {
        if (actor === 'admin' || actor === 'operator') return {};
        const state = actor === 'open' ? 'unclaimed' : 'live';
        const expiresOn = expiryOf({ partnerId, state, expiresOn: null }, at);
        const { workspaces: limit } = actor === 'open' ? quotas.open : quotas.partner;
        const limitReached =
          actor === 'open' ? unclaimedExceeded(limit) : quotaExceeded('workspaces', limit);
        return {
          ...{ partnerId, state, expiresOn, limit, limitReached, isIdGenerated: true },
          ...(actor === 'open' && { maxDefinition: maxOpenDefinition }),
        };
      },
      withdraw: (caller, enterpriseId) => withdrawFromDeleted(context, caller, enterpriseId),
      checkFaultQuota(workspace, count) {
        const limit = quotasOf(workspace)?.faults;
        const isTooMany = limit !== undefined && count > limit;
        return isTooMany ? quotaExceeded('faults', limit) : undefined;
      },
      audit: recordCalls(context, trail),
    };
    const stopExpiry = isShared ? startExpiry(context) : () => {};
    return {
      control,
      policy: isShared ? createPolicy(context) : undefined,
      stop() {
        stopExpiry();
        copies.stop();
      },
    };
  };
}
