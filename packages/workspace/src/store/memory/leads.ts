import { changedAction, changedLead } from '../changes.ts';
import {
  type ActionQuery,
  createActionMatcher,
  createLeadMatcher,
  type LeadQuery,
} from '../query.ts';
import type { ActionChange, ActionRecord, LeadChange, LeadRecord } from '../records.ts';
import type { PageRequest, PageResult } from '../store.ts';
import { pageOf } from './page.ts';
import { insertByTime, newestFirst, removeByTime } from './timeline.ts';
import type { UndoLog } from './undo-log.ts';

/** A lead with its timeline. Updates replace only `lead`, so that the indexes remain valid. */
interface LeadEntry {
  readonly createdOn: number;
  /** Orders leads created in the same millisecond. */
  readonly sequence: number;
  lead: LeadRecord;
  /** In order of creation. Most leads have no actions. */
  actions?: ActionRecord[];
}

/** Leads and their timelines, in memory. Each write adds its inverse to the undo log. */
export interface MemoryLeads {
  readonly size: number;
  readonly actionCount: number;
  insert(lead: LeadRecord, undo: UndoLog): boolean;
  change(id: string, change: LeadChange, undo: UndoLog): LeadRecord | undefined;
  get(id: string): LeadRecord | undefined;
  find(identifier: string): LeadRecord | undefined;
  search(query: LeadQuery, page: PageRequest): Promise<PageResult<LeadRecord>>;
  appendActions(actions: readonly ActionRecord[], undo: UndoLog): void;
  changeAction(
    leadId: string,
    actionId: string,
    change: ActionChange,
    undo: UndoLog,
  ): ActionRecord | undefined;
  getAction(leadId: string, actionId: string): ActionRecord | undefined;
  searchActions(
    leadId: string,
    query: ActionQuery,
    page: PageRequest,
  ): Promise<PageResult<ActionRecord>>;
  /** Oldest first. */
  all(): LeadRecord[];
  /** Oldest lead first, oldest action first. */
  allActions(): ActionRecord[];
}

export function createMemoryLeads(): MemoryLeads {
  const byCreation: LeadEntry[] = [];
  const byId = new Map<string, LeadEntry>();
  const byIdentifier = new Map<string, LeadEntry>();
  let sequence = 0;
  let actionCount = 0;

  return {
    get size() {
      return byId.size;
    },
    get actionCount() {
      return actionCount;
    },
    insert(lead, undo) {
      if (byIdentifier.has(lead.identifier)) return false;
      const entry = { createdOn: lead.createdOn, sequence: sequence++, lead };
      byId.set(lead.id, entry);
      byIdentifier.set(lead.identifier, entry);
      insertByTime(byCreation, entry);
      undo.add(() => {
        byId.delete(lead.id);
        byIdentifier.delete(lead.identifier);
        removeByTime(byCreation, entry);
      });
      return true;
    },
    change(id, change, undo) {
      const entry = byId.get(id);
      if (entry === undefined) return undefined;
      const { lead } = entry;
      entry.lead = changedLead(lead, change);
      undo.add(() => {
        entry.lead = lead;
      });
      return entry.lead;
    },
    get: (id) => byId.get(id)?.lead,
    find: (identifier) => byIdentifier.get(identifier)?.lead,
    async search(query, page) {
      if (isUnconditional(query)) return { items: pageFromEnd(page), total: byCreation.length };
      const candidates = query.identifiers
        ? entriesOf(query.identifiers).sort(byNewest)
        : newestFirst([...byCreation]);
      const matchesLead = createLeadMatcher(query);
      const matchesAction = query.action && createActionMatcher(query.action);
      const { items, total } = await pageOf(candidates, page, ({ lead, actions = [] }) => {
        return matchesLead(lead) && (matchesAction === undefined || actions.some(matchesAction));
      });
      return { items: items.map(({ lead }) => lead), total };
    },

    appendActions(actions, undo) {
      for (const action of actions) {
        const entry = byId.get(action.leadId);
        if (entry === undefined) throw new Error(`There is no lead ${action.leadId}`);
        entry.actions ??= [];
        const { actions: timeline } = entry;
        insertByTime(timeline, action);
        actionCount++;
        undo.add(() => {
          removeByTime(timeline, action);
          actionCount--;
        });
      }
    },
    changeAction(leadId, actionId, change, undo) {
      const actions = byId.get(leadId)?.actions ?? [];
      const index = actions.findIndex(({ id }) => id === actionId);
      const action = actions[index];
      if (action === undefined) return undefined;
      const changed = changedAction(action, change);
      actions[index] = changed;
      undo.add(() => {
        actions[index] = action;
      });
      return changed;
    },
    getAction: (leadId, actionId) => byId.get(leadId)?.actions?.find(({ id }) => id === actionId),
    searchActions(leadId, query, page) {
      const actions = [...(byId.get(leadId)?.actions ?? [])];
      return pageOf(newestFirst(actions), page, createActionMatcher(query));
    },

    all: () => byCreation.map(({ lead }) => lead),
    allActions: () => byCreation.flatMap(({ actions = [] }) => actions),
  };

  function pageFromEnd({ skip, limit }: PageRequest): LeadRecord[] {
    const end = Math.max(0, byCreation.length - skip);
    const entries = byCreation.slice(Math.max(0, end - limit), end);
    return entries.map(({ lead }) => lead).reverse();
  }

  function entriesOf(identifiers: readonly string[]): LeadEntry[] {
    const entries = [...new Set(identifiers)].map((identifier) => byIdentifier.get(identifier));
    return entries.filter((entry) => entry !== undefined);
  }
}

function isUnconditional({ fields, ...conditions }: LeadQuery): boolean {
  return fields.length === 0 && Object.values(conditions).every((one) => one === undefined);
}

function byNewest(a: LeadEntry, b: LeadEntry): number {
  return b.createdOn - a.createdOn || b.sequence - a.sequence;
}
