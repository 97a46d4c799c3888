import type { ServerContext } from '../calls/server-context.ts';
import type { HostingStorage } from '../storage/hosting.ts';
import { createMemoryHosting } from '../storage/memory/hosting/hosting.ts';
import type { WorkspaceRecord } from '../storage/workspaces.ts';
import type { HostingOptions } from './options.ts';
import { openQuotas, partnerQuotas, type Quotas } from './quotas/quotas.ts';

/** The lifetime of an unclaimed workspace, in milliseconds. */
export const unclaimedMs = 24 * 3600 * 1000;

/** The shared context of the parts of a shared sandbox. */
export interface HostingContext extends HostingStorage {
  readonly server: ServerContext;
  readonly options: HostingOptions;
  readonly quotas: Record<'partner' | 'open', Quotas>;
  /** The real time of the sandbox in Unix milliseconds. */
  now(): number;
  quotasOf(workspace: Pick<WorkspaceRecord, 'partnerId' | 'state'>): Quotas | undefined;
  /** The expiry of a workspace that is used at this time; `null` for never. */
  expiryOf(
    workspace: Pick<WorkspaceRecord, 'partnerId' | 'state' | 'expiresOn'>,
    now: number,
  ): number | null;
}

export function hostingContext(server: ServerContext, options: HostingOptions): HostingContext {
  const quotas = {
    partner: { ...partnerQuotas, ...options.quotas },
    open: { ...openQuotas, ...options.openQuotas },
  };
  return {
    ...(server.storage.hosting ?? createMemoryHosting()),
    server,
    options,
    quotas,
    now: server.clock.initial.now,
    quotasOf({ partnerId, state }) {
      if (state === 'unclaimed') return quotas.open;
      return partnerId === null ? undefined : quotas.partner;
    },
    expiryOf({ partnerId, state, expiresOn }, now) {
      if (state === 'unclaimed') return expiresOn ?? now + unclaimedMs;
      const { expireAfterMs } = options;
      return partnerId === null || expireAfterMs === undefined ? null : now + expireAfterMs;
    },
  };
}
