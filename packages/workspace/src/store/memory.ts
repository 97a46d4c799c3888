import type { TeamMember } from '../definition/index.ts';
import { actionMeets, leadMeets } from './query.ts';
import { readSnapshot, type Snapshot, snapshotOf } from './snapshot.ts';
import type {
  ActionRecord,
  FieldChange,
  LeadRecord,
  StoredFields,
  WorkspaceStore,
} from './store.ts';
import { createTimeline, pageOf, type Timeline } from './timeline.ts';

/** What the store holds. A restore makes it anew. */
interface Memory {
  leads: Timeline<LeadRecord>;
  idByIdentifier: Map<string, string>;
  timelines: Map<string, Timeline<ActionRecord>>;
  members: Map<string, TeamMember>;
  options: Map<string, Set<string>>;
}

/**
 * A store that keeps everything in this process's memory and forgets it with the process, unless a snapshot is taken.
 *
 * @example
 * ```ts
 * import { createMemoryStore, createWorkspace, defaultDefinition } from '@telecrm/workspace';
 *
 * const store = createMemoryStore();
 * const workspace = await createWorkspace({ definition: defaultDefinition, store });
 * await workspace.ingest({ fields: { phone: '919999999999' } });
 * const saved = JSON.stringify(await store.snapshot());
 * await createMemoryStore().restore(JSON.parse(saved));
 * ```
 */
export function createMemoryStore(): WorkspaceStore {
  let memory = empty();

  const insertLead = (lead: LeadRecord): boolean => {
    if (memory.idByIdentifier.has(lead.identifier)) return false;
    memory.idByIdentifier.set(lead.identifier, lead.id);
    memory.leads.add(lead);
    return true;
  };
  const appendActions = (actions: readonly ActionRecord[]): void => {
    for (const action of actions) {
      const timeline = memory.timelines.get(action.leadId) ?? createTimeline<ActionRecord>();
      memory.timelines.set(action.leadId, timeline);
      timeline.add(action);
    }
  };
  const leadOf = (identifier: string): LeadRecord | undefined =>
    memory.leads.get(memory.idByIdentifier.get(identifier) ?? '');
  const actionsOf = (leadId: string): Iterable<ActionRecord> =>
    memory.timelines.get(leadId)?.newestFirst() ?? [];

  return {
    isEmpty: async () => memory.idByIdentifier.size === 0 && memory.members.size === 0,

    insertLead: async (lead) => insertLead(lead),
    async changeLead(id, change) {
      const lead = memory.leads.get(id);
      if (lead === undefined) return undefined;
      const { modifiedOn } = change;
      const changed = { ...lead, fields: merged(lead.fields, change), modifiedOn };
      memory.leads.replace(id, changed);
      return changed;
    },
    getLead: async (id) => memory.leads.get(id),
    findLead: async (identifier) => leadOf(identifier),
    async searchLeads(query, page) {
      const candidates = query.identifiers
        ? byNewest([...new Set(query.identifiers)].map(leadOf))
        : memory.leads.newestFirst();
      const { action: wanted } = query;
      return pageOf(
        candidates,
        page,
        (lead) => leadMeets(lead, query) && (!wanted || some(actionsOf(lead.id), wanted)),
      );
    },

    appendActions: async (actions) => appendActions(actions),
    getAction: async (leadId, actionId) => memory.timelines.get(leadId)?.get(actionId),
    async changeAction(leadId, actionId, change) {
      const timeline = memory.timelines.get(leadId);
      const action = timeline?.get(actionId);
      if (action === undefined) return undefined;
      const changed: ActionRecord = {
        ...action,
        modifiedOn: change.modifiedOn,
        ...(action.fields && { fields: merged(action.fields, change) }),
        ...(action.data && { data: { ...action.data, ...change.data } }),
      };
      timeline?.replace(actionId, changed);
      return changed;
    },
    searchActions: async (leadId, query, page) =>
      pageOf(actionsOf(leadId), page, (action) => actionMeets(action, query)),

    async insertMember(member, seats) {
      if (memory.members.has(member.email.toLowerCase())) return 'email-taken';
      const seated = [...memory.members.values()].filter(({ status }) => status !== 'Deleted');
      if (seated.length >= seats) return 'no-free-seat';
      memory.members.set(member.email.toLowerCase(), member);
      return 'inserted';
    },
    getMember: async (email) => memory.members.get(email.toLowerCase()),
    async setMemberStatus(email, status) {
      const member = memory.members.get(email.toLowerCase());
      if (member === undefined) return undefined;
      const changed = { ...member, status };
      memory.members.set(email.toLowerCase(), changed);
      return changed;
    },
    listMembers: async () => [...memory.members.values()].sort(byName),

    async addOption(field, label) {
      const labels = memory.options.get(field) ?? new Set();
      memory.options.set(field, labels.add(label));
    },
    listOptions: async (field) => [...(memory.options.get(field) ?? [])],

    snapshot: async () =>
      snapshotOf({
        leads: [...memory.leads.newestFirst()].reverse(),
        actions: [...memory.timelines.keys()].flatMap((id) => [...actionsOf(id)].reverse()),
        members: [...memory.members.values()],
        options: [...memory.options].map(([field, labels]) => ({ field, labels: [...labels] })),
      }),
    async restore(snapshot) {
      const read = readSnapshot(snapshot);
      if (!read.ok) return read;
      memory = empty();
      fill(read.snapshot);
      return { ok: true };
    },
  };

  function fill({ leads, actions, members, options }: Snapshot): void {
    leads.forEach(insertLead);
    appendActions(actions);
    for (const member of members) memory.members.set(member.email.toLowerCase(), member);
    for (const { field, labels } of options) memory.options.set(field, new Set(labels));
  }
}

function empty(): Memory {
  return {
    leads: createTimeline(),
    idByIdentifier: new Map(),
    timelines: new Map(),
    members: new Map(),
    options: new Map(),
  };
}

// Entries are defined, not assigned, so that a field called `__proto__` is one like any other.
function merged(fields: StoredFields, { set, unset }: FieldChange): StoredFields {
  const kept = Object.entries(fields).filter(([apiName]) => !unset.includes(apiName));
  return Object.fromEntries([...kept, ...Object.entries(set)]);
}

function byNewest(leads: readonly (LeadRecord | undefined)[]): LeadRecord[] {
  const found = leads.filter((lead) => lead !== undefined);
  return found.sort((a, b) => b.createdOn - a.createdOn);
}

function some(actions: Iterable<ActionRecord>, query: Parameters<typeof actionMeets>[1]): boolean {
  for (const action of actions) if (actionMeets(action, query)) return true;
  return false;
}

function byName(a: TeamMember, b: TeamMember): number {
  const [left, right] = [a, b].map(({ name, email }) => `${name}\n${email}`.toLowerCase());
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
