import { type ResolvedDefinition, resolveDefinition } from '@telecrm/workspace';
import type { ServerContext } from '../calls/server-context.ts';
import { realTime } from '../clock/real-time.ts';
import type { Fault } from '../faults/fault.ts';
import { facts } from '../generated/facts.ts';
import type { SandboxStorage } from '../storage/storage.ts';
import type { WorkspaceRecord } from '../storage/workspaces.ts';
import { hashTokens, newWorkspace, type Tokens } from '../workspaces/add-workspace.ts';
import { allIngestions, restoreIngestions, type SavedIngestion } from './saved-ingestions.ts';

/** The whole state of a sandbox as JSON, without the request logs. */
interface Snapshot {
  format: 'telecrm-sandbox';
  version: 1 | 2;
  /** The number of requests to a deterministic sandbox. */
  calls: number;
  workspaces: SavedWorkspace[];
}

interface SavedWorkspace {
  definition: ResolvedDefinition;
  /** Version 1 contains the tokens themselves. */
  tokens?: Tokens;
  tokenHashes?: Tokens;
  store: unknown;
  ingestions: readonly SavedIngestion[];
  faults: readonly Fault[];
}

/**
 * The error for an invalid snapshot. The message contains the reason.
 *
 * @example
 * ```ts
 * import { InvalidSnapshotError, openSandbox, restoreSnapshot } from '@telecrm/sandbox/adapter';
 *
 * const { server } = openSandbox();
 * await restoreSnapshot(server, {}).catch((error) => {
 *   if (!(error instanceof InvalidSnapshotError)) throw error;
 *   console.error(error.message);
 * });
 * ```
 */
export class InvalidSnapshotError extends Error {
  override readonly name = 'InvalidSnapshotError';
}

/** The parts of a sandbox that a snapshot is created from. */
type SnapshotSource = Pick<ServerContext, 'storage' | 'queue' | 'clock' | 'log'>;

/**
 * The state of a sandbox as JSON text, in parts, because it can exceed the maximum length of a string. A workspace that
 * cannot be encoded is omitted, and the others are saved.
 *
 * @example
 * ```ts
 * import { openSandbox, restoreSnapshot, snapshotParts } from '@telecrm/sandbox/adapter';
 *
 * const { server, addDefaultWorkspace } = openSandbox();
 * await addDefaultWorkspace();
 * let text = '';
 * for await (const part of snapshotParts(server)) text += part;
 * await restoreSnapshot(openSandbox().server, JSON.parse(text));
 * ```
 */
export async function* snapshotParts({
  storage,
  clock,
  log,
}: SnapshotSource): AsyncGenerator<string> {
  const head = { format: 'telecrm-sandbox', version: 2, calls: clock.callCount };
  yield `${JSON.stringify(head).slice(0, -1)},"workspaces":[`;
  let separator = '';
  // All at once, because pages would shift if a workspace is deleted meanwhile.
  const { items } = await storage.workspaces.list({}, { skip: 0, limit: Number.MAX_SAFE_INTEGER });
  for (const record of items) {
    try {
      const text = JSON.stringify(await saved(storage, record));
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

async function saved(
  storage: SandboxStorage,
  { enterpriseId, definition, tokenHashes }: WorkspaceRecord,
): Promise<SavedWorkspace> {
  return {
    definition,
    tokenHashes,
    store: await storage.workspaceStore(enterpriseId).snapshot(),
    ingestions: await allIngestions(storage, enterpriseId),
    faults: await storage.faults.list(enterpriseId),
  };
}

/**
 * Fills a sandbox that has no workspaces yet.
 *
 * @example
 * ```ts
 * import { openSandbox, restoreSnapshot, snapshotParts } from '@telecrm/sandbox/adapter';
 *
 * const { server, addDefaultWorkspace } = openSandbox();
 * await addDefaultWorkspace();
 * let text = '';
 * for await (const part of snapshotParts(server)) text += part;
 * await restoreSnapshot(openSandbox().server, JSON.parse(text));
 * ```
 */
export async function restoreSnapshot(source: SnapshotSource, value: unknown): Promise<void> {
  const { storage, clock } = source;
  const snapshot = parse(value);
  for (const [index, saved] of snapshot.workspaces.entries()) {
    await restoreWorkspace(source, saved, `workspaces[${index}]`);
  }
  clock.callCount = snapshot.calls;
  storage.saveCallCount(snapshot.calls);
}

async function restoreWorkspace(
  { storage, queue, clock }: SnapshotSource,
  value: Partial<SavedWorkspace> | null,
  at: string,
): Promise<void> {
  const { tokenHashes, store: content, ingestions, faults, ...rest } = await complete(value, at);
  const resolved = resolveDefinition(rest.definition);
  if (!resolved.ok) throw new InvalidSnapshotError(`${at}.definition is not complete`);
  const { definition } = resolved;
  const { enterpriseId } = definition;
  const withRecords = enterpriseId === facts.enterpriseId;
  const record = newWorkspace({ definition, withRecords }, tokenHashes, clock.initial.now());
  const result = await storage.workspaces.insert(record, {
    async fill(store) {
      const restored = await store.restore(content);
      if (!restored.ok) throw new InvalidSnapshotError(`${at}.store: ${restored.reason}`);
    },
  });
  if (result === 'id-taken') {
    throw new InvalidSnapshotError(`${at} has the enterprise ID of another workspace`);
  }
  if (result !== 'inserted') {
    throw new InvalidSnapshotError(`${at} has a token of another workspace`);
  }
  const dueAt = realTime() + queue.delayMs;
  await restoreIngestions(storage, { enterpriseId, dueAt }, ingestions);
  queue.resume(enterpriseId, dueAt);
  await storage.faults.update(enterpriseId, () => faults);
}

function parse(value: unknown): Snapshot {
  // Each key is checked before it is used.
  const snapshot = (value ?? {}) as Partial<Record<keyof Snapshot, unknown>>;
  if (snapshot.format !== 'telecrm-sandbox') {
    throw new InvalidSnapshotError('it is not the state of a sandbox');
  }
  if (snapshot.version !== 1 && snapshot.version !== 2) {
    throw new InvalidSnapshotError('another version of the sandbox wrote it');
  }
  if (!Array.isArray(snapshot.workspaces) || typeof snapshot.calls !== 'number') {
    throw new InvalidSnapshotError('it is not complete');
  }
  return snapshot as Snapshot;
}

async function complete(
  saved: Partial<SavedWorkspace> | null,
  at: string,
): Promise<SavedWorkspace & { tokenHashes: Tokens }> {
  const { tokens, tokenHashes, ingestions, faults } = saved ?? {};
  const fits =
    (areTexts(tokens) || areTexts(tokenHashes)) &&
    Array.isArray(faults) &&
    Array.isArray(ingestions) &&
    ingestions.every((entry) => entry?.ingestion?.state);
  if (!fits) throw new InvalidSnapshotError(`${at} is not complete`);
  const hashes = tokenHashes ?? (tokens && (await hashTokens(tokens)));
  // The other parts are validated when the workspace is created.
  return { ...saved, tokenHashes: hashes } as SavedWorkspace & { tokenHashes: Tokens };
}

function areTexts(tokens: Partial<Tokens> | undefined): boolean {
  return typeof tokens?.sync === 'string' && typeof tokens.async === 'string';
}
