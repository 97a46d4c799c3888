import type { DialectName, SqlReader, SqlTransaction } from '@telecrm/sql';
import { changedLead, type LeadChange, type LeadRecord } from '@telecrm/workspace/store';
import type { NewLead } from '../actions/actions.ts';
import { encodeText, keyOf } from '../tables/text.ts';
import { type LeadRow, leadColumns, toLead } from './rows.ts';
import { insertValuesOf, reindex, wordsOf } from './values.ts';

const columns = 'store, seq, id, identifier, identifier_key, fields, created_on, modified_on';
const nextSeq = '(SELECT COALESCE(MAX(seq), 0) + 1 FROM lead WHERE store = ?)';
const unlessTaken = 'ON CONFLICT (store, identifier_key) DO NOTHING';

/** SQLite takes longer to return the number than to insert the lead. */
const insertOne = `INSERT INTO lead (${columns}) VALUES (?, ${nextSeq}, ?, ?, ?, ?, ?, ?) ${unlessTaken}`;

const insertIndexed = `INSERT INTO lead (${columns}, words)
  VALUES (?, ${nextSeq}, ?, ?, ?, ?, ?, ?, ?) ${unlessTaken} RETURNING seq`;

/** Returns the new lead, or `undefined` if another lead has the identifier. */
export async function insertLead(
  transaction: SqlTransaction,
  dialect: DialectName,
  store: number,
  lead: LeadRecord,
): Promise<NewLead | undefined> {
  const { id, identifier, fields, createdOn, modifiedOn } = lead;
  const [text, key] = [encodeText(identifier), keyOf(identifier)];
  const values = [store, store, id, text, key, JSON.stringify(fields), createdOn, modifiedOn];
  if (dialect === 'sqlite') {
    const isInserted = (await transaction.run(insertOne, values)) > 0;
    return isInserted ? { store, id, seq: null } : undefined;
  }
  values.push(wordsOf(lead));
  // Both in one statement, as the other transactions of the workspace wait for each round trip to the server.
  const index = insertValuesOf('added', { store, createdOn }, fields);
  const [row] = await transaction.all<{ seq: number }>(
    `WITH added AS (${insertIndexed}), indexed AS (${index.text}) SELECT seq FROM added`,
    [...values, ...index.values],
  );
  return row && { store, id, seq: row.seq };
}

/** Returns the changed lead, or `undefined` if it does not exist. */
export async function changeLead(
  transaction: SqlTransaction,
  dialect: DialectName,
  store: number,
  id: string,
  change: LeadChange,
): Promise<LeadRecord | undefined> {
  const row = await findRow(transaction, store, 'id', id);
  if (row === undefined) return undefined;
  const before = toLead(row);
  const after = changedLead(before, change);
  const place = { store, createdOn: row.created_on, seq: row.seq };
  await transaction.run('UPDATE lead SET fields = ?, modified_on = ? WHERE store = ? AND seq = ?', [
    ...[JSON.stringify(after.fields), after.modifiedOn, store, row.seq],
  ]);
  if (dialect === 'postgres') await reindex(transaction, place, before, after);
  return after;
}

/** The row of a lead by its ID or by the key of its identifier. */
export async function findRow(
  reader: SqlReader,
  store: number,
  column: 'id' | 'identifier_key',
  value: string,
): Promise<LeadRow | undefined> {
  const text = `SELECT ${leadColumns} FROM lead l WHERE l.store = ? AND l.${column} = ?`;
  const [row] = await reader.all<LeadRow>(text, [store, value]);
  return row;
}
