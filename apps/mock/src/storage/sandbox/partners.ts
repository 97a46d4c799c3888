import type { PartnerRecord, PartnerStorage } from '@telecrm/sandbox/storage';
import type { Database } from '@telecrm/sql';
import { nextNumber } from '../tables/numbers.ts';
import { deleteWorkspace } from '../workspaces/change-workspace.ts';
import { allWorkspaces } from '../workspaces/insert-workspace.ts';
import { lockOf, see } from '../workspaces/place.ts';
import { findWorkspace } from '../workspaces/rows.ts';

interface PartnerRow {
  id: string;
  name: string;
  key_hash: string;
  created_on: number;
}

const columns = 'id, name, key_hash, created_on';

/**
 * The partners in a database.
 *
 * @param onDeleted Called when there are stores to delete.
 */
export function createSqlPartners(database: Database, onDeleted: () => void): PartnerStorage {
  const find = (column: 'id' | 'key_hash', value: string) =>
    database.read(async (reader) => {
      const text = `SELECT ${columns} FROM partner WHERE ${column} = ?`;
      const [row] = await reader.all<PartnerRow>(text, [value]);
      return row && toPartner(row);
    });

  return {
    async insert({ id, name, keyHash, createdOn }) {
      await database.transaction(
        async (transaction) =>
          transaction.run(`INSERT INTO partner (${columns}, seq) VALUES (?, ?, ?, ?, ?)`, [
            ...[id, JSON.stringify(name), keyHash, createdOn],
            await nextNumber(transaction, database.dialect),
          ]),
        allWorkspaces,
      );
    },
    findByKey: (hash) => find('key_hash', hash),
    get: (id) => find('id', id),
    list: ({ skip, limit }) =>
      database.read(async (reader) => {
        const [count] = await reader.all<{ total: number }>(
          'SELECT count(*) AS total FROM partner',
        );
        const rows = await reader.all<PartnerRow>(
          `SELECT ${columns} FROM partner ORDER BY seq LIMIT ? OFFSET ?`,
          [limit, skip],
        );
        return { items: rows.map(toPartner), total: count?.total ?? 0 };
      }),
    async replaceKey(id, keyHash) {
      const changed = await database.transaction(
        (transaction) =>
          transaction.run('UPDATE partner SET key_hash = ? WHERE id = ?', [keyHash, id]),
        allWorkspaces,
      );
      return changed > 0;
    },
    async delete(id) {
      const isDeleted = await database.transaction(async (transaction) => {
        const workspaces = await transaction.all<{ enterprise_id: string }>(
          'SELECT enterprise_id FROM workspace WHERE partner_id = ? ORDER BY number',
          [id],
        );
        for (const { enterprise_id } of workspaces) {
          await transaction.lock(lockOf(enterprise_id));
          const row = await findWorkspace(transaction, enterprise_id);
          if (row) await deleteWorkspace(transaction, { ...row, enterpriseId: enterprise_id });
        }
        const [deleted] = await transaction.all<{ seq: number }>(
          'DELETE FROM partner WHERE id = ? RETURNING seq',
          [id],
        );
        if (deleted && database.dialect === 'postgres') {
          await see(transaction, database.dialect, { history: deleted.seq });
          await transaction.run('DELETE FROM rate_window WHERE store = ?', [deleted.seq]);
        }
        return deleted !== undefined;
      }, allWorkspaces);
      onDeleted();
      return isDeleted;
    },
  };
}

function toPartner({ id, name, key_hash, created_on }: PartnerRow): PartnerRecord {
  return { id, name: JSON.parse(name), keyHash: key_hash, createdOn: created_on };
}
