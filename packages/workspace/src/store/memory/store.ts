import { readSnapshot, type Snapshot, snapshotOf } from '../snapshot.ts';
import type { StoreReader, StoreTransaction, WorkspaceStore } from '../store.ts';
import { createMemoryLeads } from './leads.ts';
import { createMutex } from './mutex.ts';
import { createMemoryOptions } from './options.ts';
import { createMemoryTeam } from './team.ts';
import { createUndoLog, type UndoLog } from './undo-log.ts';

/** A store in memory, which knows without counting how much it holds. */
export interface MemoryStore extends WorkspaceStore {
  count(): Promise<{ readonly leads: number; readonly actions: number }>;
}

/**
 * A store in memory. Its content is lost with the process unless a snapshot is saved.
 *
 * @example
 * ```ts
 * import { createMemoryStore, createWorkspace } from '@telecrm/workspace';
 *
 * const store = createMemoryStore();
 * const workspace = await createWorkspace({ store });
 * await workspace.ingest({ fields: { phone: '919999999999' } });
 * const saved = JSON.stringify(await store.snapshot());
 *
 * const restored = await createMemoryStore().restore(JSON.parse(saved));
 * if (!restored.ok) console.error(restored.reason);
 * ```
 */
export function createMemoryStore(): MemoryStore {
  const holder: Holder = { state: emptyState() };
  const mutex = createMutex();

  return {
    ...createReader(holder, mutex.settled),
    transaction: (work) =>
      mutex.run(async () => {
        const undo = createUndoLog();
        try {
          return await work(createTransaction(holder, undo));
        } catch (error) {
          undo.rollBack();
          throw error;
        }
      }),
    async count() {
      await mutex.settled();
      const { size, actionCount } = holder.state.leads;
      return { leads: size, actions: actionCount };
    },
    async snapshot() {
      await mutex.settled();
      const { leads, team, options } = holder.state;
      return snapshotOf({
        leads: leads.all(),
        actions: leads.allActions(),
        members: team.all(),
        options: options.all(),
      });
    },
    restore: (value) =>
      mutex.run(async () => {
        const read = readSnapshot(value);
        if (!read.ok) return read;
        holder.state = stateFrom(read.snapshot);
        return { ok: true };
      }),
  };
}

/** The content of a store. `clear` and `restore` replace it as a whole. */
interface Holder {
  state: ReturnType<typeof emptyState>;
}

function emptyState() {
  return {
    leads: createMemoryLeads(),
    team: createMemoryTeam(),
    options: createMemoryOptions(),
  };
}

function stateFrom(snapshot: Snapshot): Holder['state'] {
  const state = emptyState();
  const undo = createUndoLog();
  for (const lead of snapshot.leads) state.leads.insert(lead, undo);
  state.leads.appendActions(snapshot.actions, undo);
  for (const member of snapshot.members) {
    state.team.insert(member, Number.POSITIVE_INFINITY, undo);
  }
  for (const { field, labels } of snapshot.options) {
    for (const label of labels) state.options.add(field, label, undo);
  }
  return state;
}

/** Reads synchronously after `ready`, so that a read outside of transactions never sees a part of one. */
function createReader(holder: Holder, ready: () => Promise<unknown>): StoreReader {
  const read = <T>(from: (state: Holder['state']) => T | Promise<T>): Promise<T> =>
    ready().then(() => from(holder.state));
  return {
    isEmpty: () => read(({ leads, team }) => leads.size === 0 && team.size === 0),
    getLead: (id) => read(({ leads }) => leads.get(id)),
    findLead: (identifier) => read(({ leads }) => leads.find(identifier)),
    searchLeads: (query, page) => read(({ leads }) => leads.search(query, page)),
    getAction: (leadId, actionId) => read(({ leads }) => leads.getAction(leadId, actionId)),
    searchActions: (leadId, query, page) =>
      read(({ leads }) => leads.searchActions(leadId, query, page)),
    getMember: (identifier) => read(({ team }) => team.get(identifier)),
    listMembers: () => read(({ team }) => team.all()),
    listOptions: (field) => read(({ options }) => options.list(field)),
  };
}

function createTransaction(holder: Holder, undo: UndoLog): StoreTransaction {
  const now = Promise.resolve();
  return {
    ...createReader(holder, () => now),
    insertLead: async (lead) => holder.state.leads.insert(lead, undo),
    changeLead: async (id, change) => holder.state.leads.change(id, change, undo),
    appendActions: async (actions) => holder.state.leads.appendActions(actions, undo),
    changeAction: async (leadId, actionId, change) =>
      holder.state.leads.changeAction(leadId, actionId, change, undo),
    insertMember: async (record, seats) => holder.state.team.insert(record, seats, undo),
    setMemberStatus: async (identifier, status) =>
      holder.state.team.setStatus(identifier, status, undo),
    addOption: async (field, label) => holder.state.options.add(field, label, undo),
    async clear() {
      const { state } = holder;
      holder.state = emptyState();
      undo.add(() => {
        holder.state = state;
      });
    },
  };
}
