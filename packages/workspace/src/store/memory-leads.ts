import { actionMeets, leadMeets } from './query.ts';
import type {
  ActionRecord,
  FieldChange,
  LeadRecord,
  StoredFields,
  WorkspaceStore,
} from './store.ts';
import { insertByTime, newestFirst, pageOf } from './timeline.ts';

/** A lead with its timeline. It stays in its place when the lead changes, so that nothing has to be looked for. */
interface Slot {
  readonly createdOn: number;
  /** Counts the leads, to order those of one millisecond. */
  readonly sequence: number;
  lead: LeadRecord;
  /** In order of creation. Most leads of a big workspace have none. */
  actions?: ActionRecord[];
}

type LeadMethods =
  | 'insertLead'
  | 'changeLead'
  | 'getLead'
  | 'findLead'
  | 'searchLeads'
  | 'appendActions'
  | 'getAction'
  | 'changeAction'
  | 'searchActions';

/** Leads and their timelines, in memory. */
export interface MemoryLeads extends Pick<WorkspaceStore, LeadMethods> {
  allLeads(): LeadRecord[];
  allActions(): ActionRecord[];
}

export function createMemoryLeads(): MemoryLeads {
  const inOrder: Slot[] = [];
  const byId = new Map<string, Slot>();
  const byIdentifier = new Map<string, Slot>();

  return {
    async insertLead(lead) {
      if (byIdentifier.has(lead.identifier)) return false;
      const slot = { createdOn: lead.createdOn, sequence: byId.size, lead };
      byId.set(lead.id, slot);
      byIdentifier.set(lead.identifier, slot);
      insertByTime(inOrder, slot);
      return true;
    },
    async changeLead(id, change) {
      const slot = byId.get(id);
      if (slot === undefined) return undefined;
      const { modifiedOn } = change;
      slot.lead = { ...slot.lead, fields: merged(slot.lead.fields, change), modifiedOn };
      return slot.lead;
    },
    getLead: async (id) => byId.get(id)?.lead,
    findLead: async (identifier) => byIdentifier.get(identifier)?.lead,
    async searchLeads(query, page) {
      const candidates = query.identifiers
        ? slotsOf(query.identifiers).sort(byNewest)
        : newestFirst(inOrder);
      const { action: wanted } = query;
      const { items, total } = pageOf(candidates, page, ({ lead, actions = [] }) => {
        if (!leadMeets(lead, query)) return false;
        return wanted === undefined || actions.some((action) => actionMeets(action, wanted));
      });
      return { items: items.map(({ lead }) => lead), total };
    },

    async appendActions(actions) {
      for (const action of actions) {
        const slot = byId.get(action.leadId);
        if (slot === undefined) throw new Error(`There is no lead ${action.leadId}`);
        slot.actions ??= [];
        insertByTime(slot.actions, action);
      }
    },
    getAction: async (leadId, actionId) => byId.get(leadId)?.actions?.find(hasId(actionId)),
    async changeAction(leadId, actionId, change) {
      const actions = byId.get(leadId)?.actions ?? [];
      const index = actions.findIndex(hasId(actionId));
      const action = actions[index];
      if (action === undefined) return undefined;
      const changed: ActionRecord = {
        ...action,
        modifiedOn: change.modifiedOn,
        ...(action.fields && { fields: merged(action.fields, change) }),
        ...(action.data && { data: { ...action.data, ...change.data } }),
      };
      actions[index] = changed;
      return changed;
    },
    async searchActions(leadId, query, page) {
      const actions = newestFirst(byId.get(leadId)?.actions ?? []);
      return pageOf(actions, page, (action) => actionMeets(action, query));
    },

    allLeads: () => inOrder.map(({ lead }) => lead),
    allActions: () => inOrder.flatMap(({ actions = [] }) => actions),
  };

  function slotsOf(identifiers: readonly string[]): Slot[] {
    const slots = [...new Set(identifiers)].map((identifier) => byIdentifier.get(identifier));
    return slots.filter((slot) => slot !== undefined);
  }
}

function hasId(wanted: string) {
  return ({ id }: ActionRecord): boolean => id === wanted;
}

function byNewest(a: Slot, b: Slot): number {
  return b.createdOn - a.createdOn || b.sequence - a.sequence;
}

// Entries are defined, not assigned, so that a field called `__proto__` is one like any other.
function merged(fields: StoredFields, { set, unset }: FieldChange): StoredFields {
  const kept = Object.entries(fields).filter(([apiName]) => !unset.includes(apiName));
  return Object.fromEntries([...kept, ...Object.entries(set)]);
}
