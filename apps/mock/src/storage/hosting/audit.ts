import { type AuditEntry, type AuditStorage, retention } from '@telecrm/sandbox/storage';
import type { Database } from '@telecrm/sql';
import { limitToServer } from './server-clock.ts';

interface AuditRow {
  time: number;
  actor: AuditEntry['actor'];
  partner_id: string | null;
  operation: string;
  enterprise_id: string | null;
  subject: string | null;
  status: number | null;
}

const columns = 'time, actor, partner_id, operation, enterprise_id, subject, status';

/** The audit trail in a database. The entries of each caller are numbered, so that the oldest are found by an index. */
export function createSqlAudit(database: Database): AuditStorage {
  return {
    add: ({ time, actor, partnerId, operation, enterpriseId, subject, status }) =>
      database.transaction(
        async (transaction) => {
          const caller = partnerId ?? actor;
          const [added] = await transaction.all<{ seq: number; number: number }>(
            `INSERT INTO audit (seq, caller, number, ${columns})
             VALUES ((SELECT COALESCE(MAX(seq), 0) + 1 FROM audit), ?,
               (SELECT COALESCE(MAX(number), 0) + 1 FROM audit WHERE caller = ?), ?, ?, ?, ?, ?, ?, ?)
             RETURNING seq, number`,
            [
              ...[caller, caller, time, actor, partnerId, operation],
              ...[enterpriseId === null ? null : JSON.stringify(enterpriseId), subject, status],
            ],
          );
          const { seq = 0, number = 0 } = added ?? {};
          await transaction.run('DELETE FROM audit WHERE caller = ? AND number <= ?', [
            ...[caller, number - retention.auditEntries],
          ]);
          const now = await limitToServer(transaction, database.dialect, time);
          await transaction.run(
            'DELETE FROM audit WHERE seq IN (SELECT seq FROM audit WHERE time < ? ORDER BY time LIMIT ?)',
            [now - retention.auditMs, retention.auditDeletions],
          );
          return seq;
        },
        { lock: 'audit' },
      ),

    async complete(number, { subject, status }) {
      await database.transaction(
        (transaction) =>
          transaction.run('UPDATE audit SET subject = ?, status = ? WHERE seq = ?', [
            ...[subject, status, number],
          ]),
        { lock: 'audit' },
      );
    },

    list: ({ partnerId }, { skip, limit }) =>
      database.read(async (reader) => {
        const where = partnerId === undefined ? '' : 'WHERE caller = ?';
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
