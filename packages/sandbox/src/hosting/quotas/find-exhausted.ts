import { checkLead, leadFields, type Workspace } from '@telecrm/workspace';
import { comparable } from '@telecrm/workspace/store';
import type { Operation } from '../../operations/operation.ts';
import type { WorkspaceRecord } from '../../storage/workspaces.ts';
import type { HostingContext } from '../context.ts';
import type { Quotas } from './quotas.ts';

type Counted = 'leads' | 'actions';

/** The records that an operation may add. Operations that are not listed only read. */
const additions: Readonly<Record<string, readonly Counted[]>> = {
  createOrUpdateLead: ['leads', 'actions'],
  createLead: ['leads', 'actions'],
  createActions: ['actions'],
  updateLead: [],
  updateAction: [],
  createTeamMember: [],
  updateTeamMemberAvailability: [],
};

/** Whether an operation may write anything. */
export function isWrite({ id }: Operation): boolean {
  return Object.hasOwn(additions, id);
}

/** Finds a quota that is used up and that a valid request would exceed. */
export type FindExhausted = (
  operation: Operation,
  workspace: WorkspaceRecord,
  sent: { readonly quotas: Quotas; readonly body: unknown },
) => Promise<Counted | undefined>;

export function createFindExhausted({ server }: HostingContext): FindExhausted {
  const { storage, clock, open } = server;
  return async ({ id, api }, workspace, { quotas, body }) => {
    const added = additions[id] ?? [];
    if (added.length === 0) return undefined;
    const [usage] = await storage.workspaces.usage([workspace.enterpriseId]);
    const isUsedUp = (quota: Counted) =>
      added.includes(quota) && (usage?.[quota] ?? 0) >= quotas[quota];
    if (isUsedUp('actions') && hasActions(body)) return 'actions';
    if (!isUsedUp('leads')) return undefined;
    // The Async API also updates leads.
    const isNew = api === 'sync' || (await isNewLead(await open(workspace, clock.initial), body));
    return isNew ? 'leads' : undefined;
  };
}

function hasActions(body: unknown): boolean {
  const actions = ownValue(body, 'actions');
  return Array.isArray(actions) && actions.length > 0;
}

/** Whether a body of the Async API would create a lead. Without a valid identifier, it would not. */
async function isNewLead({ definition, store }: Workspace, body: unknown): Promise<boolean> {
  const field = leadFields(definition.customFields).find(({ isLeadid }) => isLeadid);
  if (field === undefined) throw new Error('A workspace has a lead identifier');
  const { apiName } = field;
  // Nothing else is parsed: the request may be large.
  const fields = { [apiName]: ownValue(ownValue(body, 'fields'), apiName) };
  const identifier = checkLead(definition, { fields }, 'async').stored?.fields[apiName];
  if (typeof identifier !== 'string') return false;
  return (await store.findLead(comparable(identifier))) === undefined;
}

function ownValue(object: unknown, key: string): unknown {
  if (typeof object !== 'object' || object === null) return undefined;
  return Object.getOwnPropertyDescriptor(object, key)?.value;
}
