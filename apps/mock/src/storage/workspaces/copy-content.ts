import type { DialectName, SqlTransaction } from '@telecrm/sql';
import { createTimeSlice } from '../leads/time-slice.ts';
import { storeTables } from '../tables/workspace-tables.ts';
import { see } from './place.ts';

/** The number of rows that one statement copies in a database that runs in this thread. */
const maxRows = 500;

/** The columns of each table except for the store. */
const columns: Readonly<Record<string, string>> = {
  lead: 'seq, id, identifier, identifier_key, fields, created_on, modified_on',
  action:
    'lead_seq, seq, id, type, type_key, performed_by, performed_by_key, fields, data, created_on, modified_on',
  member: 'seq, identifier_key, identifier, status, member',
  field_option: 'seq, field_key, field, label_key, label',
  lead_value: 'field, value, created_on, seq, exact, number',
};

/** Appending to the large index of Postgres in its order is faster than sorting is slow. */
const orders: Readonly<Record<string, string>> = {
  lead_value: 'ORDER BY field, value, created_on, seq, exact',
};

/** Copies the content of a store to an empty one. */
export async function copyContent(
  transaction: SqlTransaction,
  dialect: DialectName,
  from: number,
  to: number,
): Promise<void> {
  await see(transaction, dialect, { content: to, source: from });
  for (const table of storeTables(dialect)) {
    // Postgres also has the text for substring searches.
    const all =
      dialect === 'postgres' && table === 'lead' ? `${columns[table]}, words` : columns[table];
    const copy = `INSERT INTO ${table} (store, ${all}) SELECT ${to}, ${all} FROM ${table} WHERE store = ?`;
    if (dialect === 'postgres') await transaction.run(`${copy} ${orders[table] ?? ''}`, [from]);
    else await copyInSlices(transaction, copy, table, from);
  }
}

async function copyInSlices(
  transaction: SqlTransaction,
  copy: string,
  table: string,
  from: number,
): Promise<void> {
  const [last] = await transaction.all<{ seq: number | null }>(
    `SELECT MAX(seq) AS seq FROM ${table} WHERE store = ?`,
    [from],
  );
  const slice = createTimeSlice();
  for (let first = 0; first <= (last?.seq ?? 0); first += maxRows) {
    await transaction.run(`${copy} AND seq >= ? AND seq < ?`, [from, first, first + maxRows]);
    await slice.pauseIfOver();
  }
}
