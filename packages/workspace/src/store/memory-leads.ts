import { matchesActionQuery, matchesLeadQuery } from './query.ts';
import type {
  ActionRecord,
  FieldChange,
  LeadRecord,
  StoredFields,
  WorkspaceStore,
} from './store.ts';
import { insertByTime, newestFirst, pageOf } from './timeline.ts';

/** A lead with its timeline. Updates replace `lead`, so that the indexes stay valid. */
interface LeadEntry {
  readonly createdOn: number;
  /** Orders leads created in the same millisecond. */
  readonly sequence: number;
  lead: LeadRecord;
  /** In order of creation. Most leads have none. */
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
  const byCreation: LeadEntry[] = [];
  const byId = new Map<string, LeadEntry>();
  const byIdentifier = new Map<string, LeadEntry>();

  return {
    async insertLead(lead) {
      if (byIdentifier.has(lead.identifier)) return false;
      const entry = { createdOn: lead.createdOn, sequence: byId.size, lead };
      byId.set(lead.id, entry);
      byIdentifier.set(lead.identifier, entry);
      insertByTime(byCreation, entry);
      return true;
    },
    async changeLead(id, change) {
      const entry = byId.get(id);
      if (entry === undefined) return undefined;
      const { modifiedOn } = change;
      entry.lead = { ...entry.lead, fields: merged(entry.lead.fields, change), modifiedOn };
      return entry.lead;
    },
    getLead: async (id) => byId.get(id)?.lead,
    findLead: async (identifier) => byIdentifier.get(identifier)?.lead,
    async searchLeads(query, page) {
      const candidates = query.identifiers
        ? entriesOf(query.identifiers).sort(byNewest)
        : newestFirst(byCreation);
      const { action: conditions } = query;
      const { items, total } = pageOf(candidates, page, ({ lead, actions = [] }) => {
        if (!matchesLeadQuery(lead, query)) return false;
        return (
          conditions === undefined ||
          actions.some((action) => matchesActionQuery(action, conditions))
        );
      });
      return { items: items.map(({ lead }) => lead), total };
    },

    async appendActions(actions) {
      for (const action of actions) {
        const entry = byId.get(action.leadId);
        if (entry === undefined) throw new Error(`There is no lead ${action.leadId}`);
        entry.actions ??= [];
        insertByTime(entry.actions, action);
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
      return pageOf(actions, page, (action) => matchesActionQuery(action, query));
    },

    allLeads: () => byCreation.map(({ lead }) => lead),
    allActions: () => byCreation.flatMap(({ actions = [] }) => actions),
  };

  function entriesOf(identifiers: readonly string[]): LeadEntry[] {
    const entries = [...new Set(identifiers)].map((identifier) => byIdentifier.get(identifier));
    return entries.filter((entry) => entry !== undefined);
  }
}

function hasId(conditions: string) {
  return ({ id }: ActionRecord): boolean => id === conditions;
}

function byNewest(a: LeadEntry, b: LeadEntry): number {
  return b.createdOn - a.createdOn || b.sequence - a.sequence;
}

// `Object.fromEntries` defines properties, so that a field named `__proto__` is like any other.
function merged(fields: StoredFields, { set, unset }: FieldChange): StoredFields {
  const kept = Object.entries(fields).filter(([apiName]) => !unset.includes(apiName));
  return Object.fromEntries([...kept, ...Object.entries(set)]);
}
