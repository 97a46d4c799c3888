import { type ResolvedDefinition, resolveDefinition } from '@telecrm/workspace';
import type { Clock } from '../clock/clock.ts';
import type { Fault } from '../faults/faults.ts';
import { facts } from '../generated/facts.ts';
import type { IngestionEntry } from '../ingestions/ingestion.ts';
import type { Log } from '../responses/internal-error.ts';
import type { Registry } from '../workspaces/registry.ts';
import type { Tenant } from '../workspaces/tenant.ts';

/** A whole sandbox as JSON, without the request logs. */
interface Snapshot {
  format: 'telecrm-sandbox';
  version: 1;
  /** The number of requests to a deterministic sandbox. */
  calls: number;
  workspaces: SavedTenant[];
}

interface SavedTenant {
  definition: ResolvedDefinition;
  tokens: Tenant['tokens'];
  store: unknown;
  ingestions: readonly IngestionEntry[];
  faults: readonly Fault[];
}

/** A snapshot cannot be used. The message has the reason. */
export class InvalidSnapshotError extends Error {
  override readonly name = 'InvalidSnapshotError';
}

/** The parts of a sandbox that a snapshot needs. */
interface SnapshotSource {
  readonly registry: Registry;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * The state of a sandbox as JSON text, in parts, so that it can be longer than the longest string. A workspace that cannot
 * be encoded is left out, so that the others are still saved.
 */
export async function* snapshotParts(source: SnapshotSource): AsyncGenerator<string> {
  const { registry, clock, log } = source;
  const head = { format: 'telecrm-sandbox', version: 1, calls: clock.callCount };
  yield `${JSON.stringify(head).slice(0, -1)},"workspaces":[`;
  let separator = '';
  for (const tenant of registry.list()) {
    try {
      const text = JSON.stringify(await saved(tenant, clock));
      yield separator + text;
      separator = ',';
    } catch (error) {
      log(
        `cannot write a workspace to the state: ${error instanceof Error ? error.name : 'error'}`,
      );
    }
  }
  yield ']}';
}

async function saved(tenant: Tenant, clock: Clock): Promise<SavedTenant> {
  return {
    definition: tenant.definition,
    tokens: tenant.tokens,
    store: await tenant.workspace(clock.initial).store.snapshot(),
    ingestions: tenant.ingestions.entries(),
    faults: tenant.faults.list(),
  };
}

/** Fills a sandbox that has no workspaces yet. */
export async function restoreSnapshot(
  { registry, clock }: SnapshotSource,
  value: unknown,
): Promise<void> {
  const snapshot = parse(value);
  for (const [index, saved] of snapshot.workspaces.entries()) {
    const at = `workspaces[${index}]`;
    const { tokens, store, ingestions, faults } = complete(saved, at);
    const resolved = resolveDefinition(saved.definition);
    if (!resolved.ok) throw new InvalidSnapshotError(`${at}.definition is not complete`);
    const { definition } = resolved;
    const withRecords = definition.enterpriseId === facts.enterpriseId;
    const tenant = await registry.register({ definition, tokens, withRecords }, clock.initial);
    if (!tenant) throw new InvalidSnapshotError(`${at} has the enterprise ID of another workspace`);
    const restored = await tenant.workspace(clock.initial).store.restore(store);
    if (!restored.ok) throw new InvalidSnapshotError(`${at}.store: ${restored.reason}`);
    tenant.ingestions.restore(ingestions, clock.initial);
    tenant.faults.replace(faults);
  }
  clock.callCount = snapshot.calls;
}

function parse(value: unknown): Snapshot {
  // Each key is checked before it is used.
  const snapshot = (value ?? {}) as Partial<Record<keyof Snapshot, unknown>>;
  if (snapshot.format !== 'telecrm-sandbox') {
    throw new InvalidSnapshotError('it is not the state of a sandbox');
  }
  if (snapshot.version !== 1) {
    throw new InvalidSnapshotError('another version of the sandbox wrote it');
  }
  if (!Array.isArray(snapshot.workspaces) || typeof snapshot.calls !== 'number') {
    throw new InvalidSnapshotError('it is not complete');
  }
  return snapshot as Snapshot;
}

function complete(saved: Partial<SavedTenant> | null, at: string): SavedTenant {
  const { tokens, ingestions, faults } = saved ?? {};
  const fits =
    typeof tokens?.sync === 'string' &&
    typeof tokens.async === 'string' &&
    Array.isArray(faults) &&
    Array.isArray(ingestions) &&
    ingestions.every((entry) => entry?.ingestion?.state && typeof entry.weight === 'number');
  if (!fits) throw new InvalidSnapshotError(`${at} is not complete`);
  // The other parts are checked where the tenant is created from them.
  return saved as SavedTenant;
}
