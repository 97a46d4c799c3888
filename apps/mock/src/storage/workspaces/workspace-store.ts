import type { Database, DialectName, SqlTransaction } from '@telecrm/sql';
import { createMemoryStore, type WorkspaceStore } from '@telecrm/workspace';
import { readSnapshot, type StoreReader } from '@telecrm/workspace/store';
import { fillFromSnapshot, takeSnapshot } from '../store/snapshot.ts';
import { createStoreReader } from '../store/store-reader.ts';
import { createStoreTransaction } from '../store/store-transaction.ts';
import { enter, scopeOf } from './place.ts';

/** No store has this number, so nothing is found in it. */
const nothing = 0;

/** The content of a workspace. Each call looks up the current store, because any process can change it. */
export function createWorkspaceStore(database: Database, enterpriseId: string): WorkspaceStore {
  const { dialect } = database;
  const scope = scopeOf(enterpriseId);

  const read = <T>(work: (reader: StoreReader) => Promise<T>): Promise<T> =>
    database.read(async (reader) => {
      const place = await enter(reader, dialect, enterpriseId);
      return work(createStoreReader(reader, dialect, place?.content ?? nothing));
    });

  // Writes to a workspace that has been deleted in the meantime are discarded.
  const withStore = <T>(work: (store: WorkspaceStore) => Promise<T>): Promise<T> =>
    database.transaction(async (transaction) => {
      const place = await enter(transaction, dialect, enterpriseId);
      return work(place ? storeWithin(transaction, dialect, place.content) : createMemoryStore());
    }, scope);

  return {
    ...readerOf(read),
    transaction: (work) =>
      database.transaction(async (transaction) => {
        const place = await enter(transaction, dialect, enterpriseId);
        if (place === undefined) return createMemoryStore().transaction(work);
        return work(createStoreTransaction(transaction, dialect, place.content));
      }, scope),
    snapshot: () => withStore((store) => store.snapshot()),
    restore: (snapshot) => withStore((store) => store.restore(snapshot)),
  };
}

/** A store whose transactions are nested in another transaction: a failure undoes only the nested one. */
export function storeWithin(
  transaction: SqlTransaction,
  dialect: DialectName,
  store: number,
): WorkspaceStore {
  const reader = createStoreReader(transaction, dialect, store);
  return {
    ...reader,
    transaction: (work) =>
      transaction.savepoint(() => work(createStoreTransaction(transaction, dialect, store))),
    snapshot: () => takeSnapshot(transaction, store),
    async restore(value) {
      const read = await readSnapshot(value);
      if (!read.ok) return read;
      await transaction.savepoint(() =>
        fillFromSnapshot(transaction, dialect, store, read.snapshot),
      );
      return { ok: true };
    },
  };
}

function readerOf(read: <T>(work: (reader: StoreReader) => Promise<T>) => Promise<T>): StoreReader {
  return {
    isEmpty: () => read((reader) => reader.isEmpty()),
    count: () => read((reader) => reader.count()),
    getLead: (id) => read((reader) => reader.getLead(id)),
    findLead: (identifier) => read((reader) => reader.findLead(identifier)),
    searchLeads: (query, page) => read((reader) => reader.searchLeads(query, page)),
    getAction: (leadId, actionId) => read((reader) => reader.getAction(leadId, actionId)),
    searchActions: (leadId, query, page) =>
      read((reader) => reader.searchActions(leadId, query, page)),
    getMember: (identifier) => read((reader) => reader.getMember(identifier)),
    listMembers: () => read((reader) => reader.listMembers()),
    listOptions: (field) => read((reader) => reader.listOptions(field)),
  };
}
