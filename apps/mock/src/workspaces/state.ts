import { type ResolvedDefinition, resolveDefinition } from '@telecrm/workspace';
import type { Fault } from './faults.ts';
import type { Entry } from './ingestions.ts';
import type { Tenant } from './tenant.ts';
import type { Tenants } from './tenants.ts';

/** A whole sandbox as JSON; recent calls are not part of it. */
export interface State {
  format: 'telecrm-sandbox';
  version: 1;
  /** How many calls a deterministic sandbox has had. */
  calls: number;
  workspaces: SavedTenant[];
}

interface SavedTenant {
  definition: ResolvedDefinition;
  tokens: Tenant['tokens'];
  store: unknown;
  ingestions: readonly Entry[];
  faults: readonly Fault[];
}

/** Why a state cannot be used. */
export class UnusableState extends Error {}

export async function stateOf(tenants: Tenants): Promise<State> {
  const workspaces = tenants.list().map(async (tenant) => ({
    definition: tenant.definition,
    tokens: tenant.tokens,
    store: await tenant.workspace.store.snapshot(),
    ingestions: tenant.ingestions.entries(),
    faults: tenant.faults.list(),
  }));
  return {
    format: 'telecrm-sandbox',
    version: 1,
    calls: tenants.surroundings.moments.count,
    workspaces: await Promise.all(workspaces),
  };
}

/** Fills a sandbox that has no workspaces yet. */
export async function restoreState(tenants: Tenants, value: unknown): Promise<void> {
  const state = read(value);
  for (const [index, saved] of state.workspaces.entries()) {
    const at = `workspaces[${index}]`;
    const { tokens, store, ingestions, faults } = whole(saved, at);
    const resolved = resolveDefinition(saved.definition);
    if (!resolved.ok) throw new UnusableState(`${at}.definition is not whole`);
    const tenant = await tenants.admit(resolved.definition, tokens);
    const restored = await tenant.workspace.store.restore(store);
    if (!restored.ok) throw new UnusableState(`${at}.store: ${restored.reason}`);
    tenant.ingestions.restore(ingestions);
    tenant.faults.replace(faults);
  }
  tenants.surroundings.moments.count = state.calls;
}

function read(value: unknown): State {
  // Each key is looked at before it is used.
  const state = (value ?? {}) as Partial<Record<keyof State, unknown>>;
  if (state.format !== 'telecrm-sandbox') throw new UnusableState('it is not of a sandbox');
  if (state.version !== 1) throw new UnusableState('another version of the sandbox wrote it');
  if (!Array.isArray(state.workspaces) || typeof state.calls !== 'number') {
    throw new UnusableState('it is not whole');
  }
  return state as State;
}

function whole(saved: Partial<SavedTenant> | null, at: string): SavedTenant {
  const { tokens, ingestions, faults } = saved ?? {};
  const fits =
    typeof tokens?.sync === 'string' &&
    typeof tokens.async === 'string' &&
    Array.isArray(faults) &&
    Array.isArray(ingestions) &&
    ingestions.every((entry) => entry?.ingestion?.state && typeof entry.weight === 'number');
  if (!fits) throw new UnusableState(`${at} is not whole`);
  // What the tenant is made of is checked by those who make it.
  return saved as SavedTenant;
}
