import type { DialectName, SqlTransaction, SqlValue } from '@telecrm/sql';
import { nextNumber } from '../tables/numbers.ts';
import { deleteLater } from './deleted-stores.ts';
import { type Place, rateLockOf, see } from './place.ts';

/** Updates columns of a workspace, and gives it a new revision. */
export async function changeWorkspace(
  transaction: SqlTransaction,
  dialect: DialectName,
  number: number,
  changes: Readonly<Record<string, SqlValue>>,
): Promise<void> {
  const revision = await nextNumber(transaction, dialect);
  const columns = Object.keys({ revision, ...changes });
  await transaction.run(
    `UPDATE workspace SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE number = ?`,
    [revision, ...Object.values(changes), number],
  );
}

/** The counts of the history of a workspace, which are reset with it. */
const emptyHistory = {
  ...{ bytes: 0, faults: 0, ingestions: 0, ingestion_weight: 0, queued: 0 },
  ...{ next_due_at: null, queued_since: null },
};

/** A workspace whose history is replaced or deleted, for which the counting of its requests must have ended. */
interface NamedPlace extends Place {
  readonly enterpriseId: string;
}

/** Gives a workspace empty stores; the previous ones are deleted later. Returns the new ones. */
export async function renewStores(
  transaction: SqlTransaction,
  dialect: DialectName,
  { enterpriseId, ...place }: NamedPlace,
  changes: Readonly<Record<string, SqlValue>> = {},
): Promise<Place> {
  await transaction.lock(rateLockOf(enterpriseId));
  const content = await nextNumber(transaction, dialect);
  const history = await nextNumber(transaction, dialect);
  await deleteLater(transaction, [place.content, place.history]);
  const stores = { content, history };
  await changeWorkspace(transaction, dialect, place.number, {
    ...emptyHistory,
    ...stores,
    ...changes,
  });
  await see(transaction, dialect, stores);
  return { number: place.number, ...stores };
}

/** Deletes the snapshots of a workspace. */
export async function deleteSnapshots(transaction: SqlTransaction, number: number): Promise<void> {
  const snapshots = await transaction.all<{ store: number }>(
    'DELETE FROM snapshot WHERE workspace = ? RETURNING store',
    [number],
  );
  await deleteLater(
    transaction,
    snapshots.map(({ store }) => store),
  );
}

export async function deleteTokens(transaction: SqlTransaction, number: number): Promise<void> {
  await transaction.run('DELETE FROM token WHERE workspace = ?', [number]);
}

/** Deletes a workspace with all of its content. */
export async function deleteWorkspace(
  transaction: SqlTransaction,
  { enterpriseId, number, content, history }: NamedPlace,
): Promise<void> {
  await transaction.lock(rateLockOf(enterpriseId));
  await deleteTokens(transaction, number);
  await deleteSnapshots(transaction, number);
  await deleteLater(transaction, [content, history]);
  await transaction.run('DELETE FROM workspace WHERE number = ?', [number]);
}
