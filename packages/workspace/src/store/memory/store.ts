import { createTimeSlice } from '../../event-loop/time-slice.ts';
import { readSnapshot, type Snapshot, snapshotOf } from '../snapshot.ts';
import type { StoreReader, StoreTransaction, WorkspaceStore } from '../store.ts';
import { createMemoryLeads } from './leads.ts';
import { createMutex } from './mutex.ts';
import { createMemoryOptions } from './options.ts';
import { createMemoryTeam } from './team.ts';
import { createUndoLog, type UndoLog } from './undo-log.ts';

/** A store in memory. */
export type MemoryStore = WorkspaceStore;

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
  const ref: StateRef = { state: emptyState() };
  const mutex = createMutex();

  return {
    ...createReader(ref, mutex.whenIdle),
    transaction: (work) =>
      mutex.run(async () => {
        const undo = createUndoLog();
        try {
          return await work(createTransaction(ref, undo));
        } catch (error) {
          undo.rollBack();
          throw error;
        }
      }),
    async snapshot() {
      await mutex.whenIdle();
      const { leads, team, options } = ref.state;
      return snapshotOf({
        leads: leads.all(),
        actions: leads.allActions(),
        members: team.all(),
        options: options.all(),
      });
    },
    restore: (value) =>
      mutex.run(async () => {
        const read = await readSnapshot(value);
        if (!read.ok) return read;
        ref.state = await stateFrom(read.snapshot);
        return { ok: true };
      }),
  };
}

/** The content of a store. Clearing and restoring replace it as a whole. */
interface StateRef {
  state: ReturnType<typeof emptyState>;
}

function emptyState() {
  return {
    leads: createMemoryLeads(),
    team: createMemoryTeam(),
    options: createMemoryOptions(),
  };
}

/** A state that is used only once it is complete needs no undo log. */
const noUndo: UndoLog = { add() {}, rollBack() {} };

async function stateFrom({
  leads,
  actions,
  members,
  options,
}: Snapshot): Promise<StateRef['state']> {
  const state = emptyState();
  const slice = createTimeSlice();
  for (const lead of leads) {
    state.leads.insert(lead, noUndo);
    const end = slice.next();
    if (end) await end;
  }
  for (const action of actions) {
    state.leads.appendActions([action], noUndo);
    const end = slice.next();
    if (end) await end;
  }
  for (const member of members) state.team.insert(member, Number.POSITIVE_INFINITY, noUndo);
  for (const { field, labels } of options) {
    for (const label of labels) state.options.add(field, label, noUndo);
  }
  return state;
}

/** Reads synchronously after `ready`, so that a read outside of transactions never sees a partial transaction. */
function createReader(ref: StateRef, ready: () => Promise<unknown>): StoreReader {
  const read = <T>(from: (state: StateRef['state']) => T | Promise<T>): Promise<T> =>
    ready().then(() => from(ref.state));
  return {
    isEmpty: () => read(({ leads, team }) => leads.size === 0 && team.size === 0),
    count: () => read(({ leads }) => ({ leads: leads.size, actions: leads.actionCount })),
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

function createTransaction(ref: StateRef, undo: UndoLog): StoreTransaction {
  const now = Promise.resolve();
  return {
    ...createReader(ref, () => now),
    insertLead: async (lead) => ref.state.leads.insert(lead, undo),
    changeLead: async (id, change) => ref.state.leads.change(id, change, undo),
    appendActions: async (actions) => ref.state.leads.appendActions(actions, undo),
    changeAction: async (leadId, actionId, change) =>
      ref.state.leads.changeAction(leadId, actionId, change, undo),
    insertMember: async (record, seats) => ref.state.team.insert(record, seats, undo),
    setMemberStatus: async (identifier, status) =>
      ref.state.team.setStatus(identifier, status, undo),
    addOption: async (field, label) => ref.state.options.add(field, label, undo),
    async clear() {
      const { state } = ref;
      ref.state = emptyState();
      undo.add(() => {
        ref.state = state;
      });
    },
  };
}
