import type { DialectName, SqlTransaction } from '@telecrm/sql';

/** A number that no workspace, store or revision has had before. Numbers only grow. */
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
