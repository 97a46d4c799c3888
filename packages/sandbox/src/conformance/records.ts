import { createWorkspace, type ResolvedDefinition, resolveDefinition } from '@telecrm/workspace';
import type { LeadRecord } from '@telecrm/workspace/store';
import type { LoggedRequest } from '../requests/logged-request.ts';
import type { SandboxStorage } from '../storage/storage.ts';
import type { Fill, InsertOptions, NewWorkspace } from '../storage/workspaces.ts';

/** The input of a test: a storage, and the same storage as another process sees it. */
export interface Subject {
  readonly storage: SandboxStorage;
  readonly other: SandboxStorage;
}

/** Tests by the behavior that they verify. */
export type Cases = Readonly<Record<string, (subject: Subject) => Promise<void>>>;

/** The first ten items. */
export const page = { skip: 0, limit: 10 };

/** One hour after midnight of an arbitrary day. */
export const now = Date.UTC(2026, 0, 1, 1);

function definitionOf(enterpriseId: string): ResolvedDefinition {
  const resolved = resolveDefinition({ enterpriseId });
  if (!resolved.ok) throw new Error('The definition is valid');
  return resolved.definition;
}

/** A workspace whose token hashes are derived from its ID. */
export function workspace(
  enterpriseId: string,
  difference: Partial<NewWorkspace> = {},
): NewWorkspace {
  return {
    enterpriseId,
    partnerId: null,
    state: 'live',
    tokenHashes: { sync: `s-${enterpriseId}`, async: `a-${enterpriseId}` },
    definition: definitionOf(enterpriseId),
    withRecords: false,
    clock: { offsetMs: 0 },
    ...{ createdOn: now, lastUsedOn: now, expiresOn: null },
    ...difference,
  };
}

/** Fills a workspace with its team, as a sandbox does. */
export function fillOf({ definition }: Pick<NewWorkspace, 'definition'>): Fill {
  return async (store) => {
    await createWorkspace({ definition, store });
  };
}

/** Inserts a workspace and returns its ID. */
export async function insert(
  { workspaces }: SandboxStorage,
  enterpriseId = 'ent_a',
  difference: Partial<NewWorkspace> = {},
  options: Partial<InsertOptions> = {},
): Promise<string> {
  const added = workspace(enterpriseId, difference);
  const result = await workspaces.insert(added, { fill: fillOf(added), ...options });
  if (result !== 'inserted') throw new Error(`The workspace is not inserted: ${result}`);
  return enterpriseId;
}

export function lead(id: string, createdOn = now): LeadRecord {
  return { id, identifier: `i-${id}`, fields: { name: id }, createdOn, modifiedOn: createdOn };
}

/** Inserts leads into a workspace. */
export function addLeads(storage: SandboxStorage, enterpriseId: string, ids: readonly string[]) {
  return storage.workspaceStore(enterpriseId).transaction(async (transaction) => {
    for (const id of ids) await transaction.insertLead(lead(id));
  });
}

/** The IDs of the leads of a workspace, newest first. */
export async function leadsOf(storage: SandboxStorage, enterpriseId: string): Promise<string[]> {
  const found = await storage.workspaceStore(enterpriseId).searchLeads({ fields: [] }, page);
  return found.items.map(({ id }) => id);
}

export function request(operation: string): LoggedRequest {
  return {
    ...{ time: now, method: 'POST', operation, status: 200, error: null, durationMs: 1.5 },
    ...{ fault: false, violations: [], dropped: [], ingestionId: null },
    sent: { path: {}, query: {}, body: { fields: {} } },
  };
}
