import type { Database } from '@telecrm/sql';
import { readSnapshot, type StoreReader, type WorkspaceStore } from '@telecrm/workspace/store';
import { scopeOf } from './scope.ts';
import { fillFromSnapshot, takeSnapshot } from './snapshot.ts';
import { createStoreReader } from './store-reader.ts';
import { createStoreTransaction } from './store-transaction.ts';

/** The store of one workspace in a database with the tables of the sandbox, by its number. */
export function createSqlStore(database: Database, store: number): WorkspaceStore {
  const { dialect } = database;
  const scope = scopeOf(store);
  const readStore = <T>(work: (reader: StoreReader) => Promise<T>): Promise<T> =>
    database.read((reader) => work(createStoreReader(reader, dialect, store)), scope);
  return {
    isEmpty: () => readStore((reader) => reader.isEmpty()),
    getLead: (id) => readStore((reader) => reader.getLead(id)),
    findLead: (identifier) => readStore((reader) => reader.findLead(identifier)),
    searchLeads: (query, page) => readStore((reader) => reader.searchLeads(query, page)),
    getAction: (leadId, actionId) => readStore((reader) => reader.getAction(leadId, actionId)),
    searchActions: (leadId, query, page) =>
      readStore((reader) => reader.searchActions(leadId, query, page)),
    getMember: (identifier) => readStore((reader) => reader.getMember(identifier)),
    listMembers: () => readStore((reader) => reader.listMembers()),
    listOptions: (field) => readStore((reader) => reader.listOptions(field)),
    transaction: (work) =>
      database.transaction(
        (transaction) => work(createStoreTransaction(transaction, dialect, store)),
        scope,
      ),
    // A transaction, so that all parts are of the same moment.
    snapshot: () => database.transaction((transaction) => takeSnapshot(transaction, store), scope),
    async restore(value) {
      const read = readSnapshot(value);
      if (!read.ok) return read;
      await database.transaction(
        (transaction) => fillFromSnapshot(transaction, dialect, store, read.snapshot),
        scope,
      );
      return { ok: true };
    },
  };
}
