import {
  createWorkspace,
  defaultRecords,
  type ResolvedDefinition,
  type Workspace,
  type WorkspaceStore,
} from '@telecrm/workspace';
import type { CallContext, Clock } from '../clock/clock.ts';
import { createFaults, type Faults } from '../faults/faults.ts';
import { createIngestions, type Ingestions } from '../ingestions/ingestions.ts';
import type { SandboxObserver } from '../observer.ts';
import type { ApiName } from '../operations/operation.ts';
import { createRequestLog, type RequestLog } from '../requests/request-log.ts';
import type { Log } from '../responses/internal-error.ts';

/** A workspace with its tokens, its queue, its faults and its request log. */
export interface Tenant {
  readonly enterpriseId: string;
  readonly tokens: Readonly<Record<ApiName, string>>;
  readonly definition: ResolvedDefinition;
  readonly ingestions: Ingestions;
  readonly requests: RequestLog;
  readonly faults: Faults;
  /** The workspace, with the time and the IDs of a request. It is replaced by each reset. */
  workspace(context: CallContext): Workspace;
  /** Restores the state that the definition describes. */
  reset(context: CallContext): Promise<void>;
}

/** Dependencies that all tenants of a sandbox share. */
export interface TenantDeps {
  readonly clock: Clock;
  /** Milliseconds until a queued lead is processed. */
  readonly asyncDelayMs: number;
  readonly log: Log;
  readonly observer?: SandboxObserver | undefined;
  readonly createStore?: ((enterpriseId: string) => WorkspaceStore) | undefined;
}

/** The properties of a new tenant. */
export interface TenantSettings {
  readonly definition: ResolvedDefinition;
  readonly tokens: Tenant['tokens'];
  /** Whether it initially has the leads of telecrm's documentation. */
  readonly withRecords: boolean;
}

export async function createTenant(
  { definition, tokens, withRecords }: TenantSettings,
  { clock, asyncDelayMs, log, createStore, observer }: TenantDeps,
  context: CallContext,
): Promise<Tenant> {
  const { enterpriseId } = definition;
  const begin = ({ now, id }: CallContext) => {
    const store = createStore?.(enterpriseId);
    return createWorkspace({
      definition,
      clock: now,
      generateId: id,
      records: withRecords ? defaultRecords : [],
      ...(store && { store }),
    });
  };
  let current = await begin(context);
  const workspace = ({ now, id }: CallContext) =>
    // All requests share one clock, unless each has its own.
    clock.deterministic ? current.with({ clock: now, generateId: id }) : current;
  const requests = createRequestLog();
  const faults = createFaults();
  const ingestions = createIngestions({
    process: (body, call) => workspace(call).ingest(body),
    delayMs: asyncDelayMs,
    log,
    observer,
  });
  return {
    enterpriseId,
    tokens,
    definition,
    ingestions,
    requests,
    faults,
    workspace,
    async reset(call) {
      const fresh = await begin(call);
      ingestions.clear();
      faults.replace([]);
      requests.clear();
      current = fresh;
    },
  };
}
