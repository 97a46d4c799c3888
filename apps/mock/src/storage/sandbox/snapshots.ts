import type { SnapshotRecord, SnapshotStorage } from '@telecrm/sandbox/storage';
import type { Database, SqlTransaction } from '@telecrm/sql';
import { countRows } from '../leads/search-leads.ts';
import { nextNumber } from '../tables/numbers.ts';
import { decodeText, encodeText, keyOf } from '../tables/text.ts';
import { changeWorkspace } from '../workspaces/change-workspace.ts';
import { copyContent } from '../workspaces/copy-content.ts';
import { deleteLater } from '../workspaces/deleted-stores.ts';
import { changeWithin, enter, type Place } from '../workspaces/place.ts';

/**
 * The snapshots of all workspaces in a database. Each is a separate store with a copy of the content.
 *
 * @param onDeleted Called when there are stores to delete.
 */
export function createSqlSnapshots(database: Database, onDeleted: () => void): SnapshotStorage {
  const { dialect } = database;

  return {
    async save(enterpriseId, { name, savedOn, limit = Number.POSITIVE_INFINITY }) {
      const result = await changeWithin(
        database,
        enterpriseId,
        async (transaction, place) => {
          const { number, content } = place;
          const others = await transaction.all(
            'SELECT 1 FROM snapshot WHERE workspace = ? AND name_key <> ?',
            [number, keyOf(name)],
          );
          const replaced = await remove(transaction, place, name);
          // A snapshot with the same name may be replaced even if the limit is reached.
          if (!replaced && others.length >= limit) return 'limit' as const;
          const store = await nextNumber(transaction, dialect);
          await transaction.run(
            `INSERT INTO snapshot (workspace, name_key, seq, name, saved_on, leads, store)
           VALUES (?, ?, ?, ?, ?, ?, ?)`,
            [
              ...[number, keyOf(name), store, encodeText(name), savedOn],
              ...[await countRows(transaction, 'lead', content), store],
            ],
          );
          await copyContent(transaction, dialect, content, store);
          return 'saved' as const;
        },
        { isLarge: true },
      );
      onDeleted();
      return result ?? 'gone';
    },

    async restore(enterpriseId, name) {
      const isRestored = await changeWithin(
        database,
        enterpriseId,
        async (transaction, place) => {
          const [snapshot] = await transaction.all<{ store: number }>(
            'SELECT store FROM snapshot WHERE workspace = ? AND name_key = ?',
            [place.number, keyOf(name)],
          );
          if (snapshot === undefined) return false;
          await removeQueued(transaction, place);
          const content = await nextNumber(transaction, dialect);
          await deleteLater(transaction, [place.content]);
          await changeWorkspace(transaction, dialect, place.number, { content });
          await copyContent(transaction, dialect, snapshot.store, content);
          return true;
        },
        { isLarge: true },
      );
      onDeleted();
      return isRestored ?? false;
    },

    list: (enterpriseId) =>
      database.read(async (reader) => {
        const place = await enter(reader, dialect, enterpriseId);
        const rows = await reader.all<{ name: string; saved_on: number; leads: number }>(
          'SELECT name, saved_on, leads FROM snapshot WHERE workspace = ? ORDER BY seq',
          [place?.number ?? 0],
        );
        return rows.map(
          (row): SnapshotRecord => ({
            name: decodeText(row.name),
            savedOn: row.saved_on,
            leads: row.leads,
          }),
        );
      }),

    async delete(enterpriseId, name) {
      const isDeleted = await changeWithin(database, enterpriseId, (transaction, place) =>
        remove(transaction, place, name),
      );
      onDeleted();
      return isDeleted ?? false;
    },
  };
}

async function remove(
  transaction: SqlTransaction,
  { number }: Place,
  name: string,
): Promise<boolean> {
  const [removed] = await transaction.all<{ store: number }>(
    'DELETE FROM snapshot WHERE workspace = ? AND name_key = ? RETURNING store',
    [number, keyOf(name)],
  );
  if (removed) await deleteLater(transaction, [removed.store]);
  return removed !== undefined;
}

/** Queued bodies were meant for the replaced content. */
async function removeQueued(
  transaction: SqlTransaction,
  { number, history }: Place,
): Promise<void> {
  await transaction.run('DELETE FROM ingestion WHERE store = ? AND outcome IS NULL', [history]);
  await transaction.run(
    `UPDATE workspace SET queued = 0, next_due_at = NULL, queued_since = NULL,
       ingestions = (SELECT count(*) FROM ingestion WHERE store = ?),
       ingestion_weight = (SELECT CAST(COALESCE(SUM(weight), 0) AS BIGINT) FROM ingestion WHERE store = ?)
     WHERE number = ?`,
    [history, history, number],
  );
}
