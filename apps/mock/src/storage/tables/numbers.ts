import type { DialectName, SqlTransaction } from '@telecrm/sql';

/** A unique number for a workspace, store or revision. Numbers are increasing. */
export async function nextNumber(
  transaction: SqlTransaction,
  dialect: DialectName,
): Promise<number> {
  const [row] = await transaction.all<{ value: number }>(
    dialect === 'postgres'
      ? `SELECT nextval('number') AS value`
      : `UPDATE counter SET value = value + 1 WHERE name = 'number' RETURNING value`,
  );
  if (row === undefined) throw new Error('The counter of numbers is missing');
  return row.value;
}
