import type { Database, SqlTransaction } from '@telecrm/sql';
import { limitToServer } from '../hosting/server-clock.ts';
import { deleteSnapshots, deleteTokens, deleteWorkspace, renewStores } from './change-workspace.ts';
import { scopeOf } from './place.ts';
import { findWorkspace } from './rows.ts';

/** The time for which workspaces expire, and the time before which expired ones are deleted. */
interface Times {
  readonly now: number;
  readonly deleteBefore: number;
}

/** Expires workspaces whose time is up, and deletes older ones. Returns the IDs of the newly expired ones. */
export async function expireWorkspaces(database: Database, times: Times): Promise<string[]> {
  const now = await limitToServer(database, database.dialect, times.now);
  const deleteBefore = times.deleteBefore - (times.now - now);
  const due = await database.read((reader) =>
    reader.all<{ enterprise_id: string }>(
      `SELECT enterprise_id FROM workspace
       WHERE expires_on <= ? AND (state <> 'expired' OR expires_on < ?) ORDER BY number`,
      [now, deleteBefore],
    ),
  );
  const expired: string[] = [];
  for (const { enterprise_id } of due) {
    const hasExpired = await database.transaction(
      (transaction) => expire(transaction, database, enterprise_id, { now, deleteBefore }),
      scopeOf(enterprise_id),
    );
    if (hasExpired) expired.push(enterprise_id);
  }
  return expired;
}

async function expire(
  transaction: SqlTransaction,
  { dialect }: Database,
  enterpriseId: string,
  { now, deleteBefore }: Times,
): Promise<boolean> {
  const row = await findWorkspace(transaction, enterpriseId);
  // It may have been used or claimed in the meantime.
  if (row === undefined || row.expires_on === null || row.expires_on > now) return false;
  const isNew = row.state !== 'expired';
  const place = { ...row, enterpriseId };
  if (row.expires_on < deleteBefore) {
    await deleteWorkspace(transaction, place);
  } else if (isNew) {
    await deleteTokens(transaction, row.number);
    await deleteSnapshots(transaction, row.number);
    await renewStores(transaction, dialect, place, { state: 'expired' });
  }
  return isNew;
}
