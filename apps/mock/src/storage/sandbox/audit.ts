import { type AuditEntry, type AuditStorage, retention } from '@telecrm/sandbox/storage';
import type { Database } from '@telecrm/sql';

interface AuditRow {
  time: number;
  actor: AuditEntry['actor'];
  partner_id: string | null;
  operation: string;
  enterprise_id: string | null;
  status: number;
}

const columns = 'time, actor, partner_id, operation, enterprise_id, status';

/** The number of entries after which the oldest are deleted. */
const surplus = retention.auditEntries / 10;

/** The audit trail in a database. */
export function createSqlAudit(database: Database): AuditStorage {
  return {
    async add({ time, actor, partnerId, operation, enterpriseId, status }) {
      await database.transaction(
        async (transaction) => {
          const [added] = await transaction.all<{ seq: number }>(
            `INSERT INTO audit (seq, ${columns})
             VALUES ((SELECT COALESCE(MAX(seq), 0) + 1 FROM audit), ?, ?, ?, ?, ?, ?) RETURNING seq`,
            [
              ...[time, actor, partnerId, operation],
              ...[enterpriseId === null ? null : JSON.stringify(enterpriseId), status],
            ],
          );
          const seq = added?.seq ?? 0;
          if (seq % surplus !== 0) return;
          await transaction.run('DELETE FROM audit WHERE seq <= ?', [seq - retention.auditEntries]);
        },
        { lock: 'audit' },
      );
    },
    list: ({ partnerId }, { skip, limit }) =>
      database.read(async (reader) => {
        const where = partnerId === undefined ? '' : 'WHERE partner_id = ?';
        const values = partnerId === undefined ? [] : [partnerId];
        const [count] = await reader.all<{ total: number }>(
          `SELECT count(*) AS total FROM audit ${where}`,
          values,
        );
        const rows = await reader.all<AuditRow>(
          `SELECT ${columns} FROM audit ${where} ORDER BY seq DESC LIMIT ? OFFSET ?`,
          [...values, limit, skip],
        );
        return { items: rows.map(toEntry), total: count?.total ?? 0 };
      }),
  };
}

function toEntry({ partner_id, enterprise_id, ...row }: AuditRow): AuditEntry {
  return {
    ...row,
    partnerId: partner_id,
    enterpriseId: enterprise_id === null ? null : JSON.parse(enterprise_id),
  };
}
