import { setTimeout } from 'node:timers/promises';
import type { Database, DialectName, SqlTransaction } from '@telecrm/sql';
import { createTimeSlice } from '../leads/time-slice.ts';
import { historyTables } from '../tables/sandbox-tables.ts';
import { storeTables } from '../tables/workspace-tables.ts';
import { see } from './place.ts';

/** Marks stores for deletion. */
export async function deleteLater(
  transaction: SqlTransaction,
  stores: readonly number[],
): Promise<void> {
  for (const store of stores) {
    await transaction.run('INSERT INTO deleted_store (number) VALUES (?)', [store]);
  }
}

/** The number of rows that one statement deletes in a database that runs in this thread; fewer of large ones. */
const maxRows: Readonly<Record<string, number>> = {
  lead: 500,
  action: 500,
  ingestion: 20,
  outcome_part: 20,
  request: 100,
};

/** The time after which to look again for stores that another process is deleting, in milliseconds. */
const retryMs = 250;

/**
 * Deletes the rows of marked stores in small batches, until none is marked. Only one process does so at a time; the
 * others wait, because it may have read the list before their stores were marked, or may end before it deletes them.
 */
export async function removeDeletedStores(database: Database, stop: AbortSignal): Promise<void> {
  for (;;) {
    const stores = await database.all<{ number: number }>('SELECT number FROM deleted_store');
    if (stores.length === 0) return;
    const isRemoved = await database.exclusively('deleted stores', async () => {
      for (const { number } of stores) await removeStore(database, number, stop);
    });
    if (!isRemoved) await setTimeout(retryMs, undefined, { signal: stop, ref: false });
  }
}

async function removeStore(database: Database, store: number, stop: AbortSignal): Promise<void> {
  const { dialect } = database;
  const slice = createTimeSlice();
  for (const table of [...storeTables(dialect), ...historyTables(dialect)]) {
    const rows = maxRows[table];
    const isWhole = dialect === 'postgres' || rows === undefined;
    const remove = (transaction: SqlTransaction) =>
      isWhole
        ? transaction.run(`DELETE FROM ${table} WHERE store = ?`, [store])
        : transaction.run(
            `DELETE FROM ${table} WHERE store = ? AND seq <
             (SELECT MIN(seq) FROM ${table} WHERE store = ?) + ${rows}`,
            [store, store],
          );
    for (;;) {
      stop.throwIfAborted();
      const removed = await within(database, dialect, store, remove);
      if (isWhole || removed === 0) break;
      await slice.pauseIfOver();
    }
  }
  await database.transaction(
    (transaction) => transaction.run('DELETE FROM deleted_store WHERE number = ?', [store]),
    { lock: 'deleted stores' },
  );
}

function within<T>(
  database: Database,
  dialect: DialectName,
  store: number,
  work: (transaction: SqlTransaction) => Promise<T>,
): Promise<T> {
  return database.transaction(
    async (transaction) => {
      await see(transaction, dialect, { content: store, history: store });
      return work(transaction);
    },
    { lock: 'deleted stores' },
  );
}
