import { rowList, type SqlReader, type SqlTransaction, type SqlValue } from '@telecrm/sql';
import {
  type ActionChange,
  type ActionQuery,
  type ActionRecord,
  changedAction,
  comparable,
  type PageRequest,
  type PageResult,
} from '@telecrm/workspace/store';
import { both, equals, meetsAction } from '../leads/conditions.ts';
import { countRows } from '../leads/search-leads.ts';
import { decodeText, encodeText, keyOf } from '../tables/text.ts';

/** A row of `action`. */
export interface ActionRow {
  lead_seq: number;
  seq: number;
  id: string;
  type: string;
  performed_by: string;
  fields: string | null;
  data: string | null;
  created_on: number;
  modified_on: number;
}

/** A lead with its number. */
export interface LeadKey {
  readonly store: number;
  readonly id: string;
  readonly seq: number;
}

/** A lead that may be the one which was inserted last into its store; then its number is `null`. */
export interface NewLead {
  readonly store: number;
  readonly id: string;
  readonly seq: number | null;
}

const actionColumns =
  'lead_seq, seq, id, type, performed_by, fields, data, created_on, modified_on';

const inserted =
  'store, lead_seq, seq, id, type, type_key, performed_by, performed_by_key, fields, data, created_on, modified_on';

/** The maximum number of rows per statement. */
const maxRows = 500;

const lastLead = '(SELECT MAX(seq) FROM lead WHERE store = ?)';
const nextSeq = '(SELECT COALESCE(MAX(seq), 0) + 1 FROM action WHERE store = ?)';

const insertOne = `INSERT INTO action (${inserted})
  VALUES (?, ?, ${nextSeq}, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const insertOneToLast = `INSERT INTO action (${inserted})
  VALUES (?, ${lastLead}, ${nextSeq}, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Appends to the timeline of a lead. */
export async function appendActions(
  transaction: SqlTransaction,
  { store, id, seq }: NewLead,
  actions: readonly ActionRecord[],
): Promise<void> {
  const [only] = actions;
  if (only && actions.length === 1) {
    const values = valuesOf({ store, id, seq: seq ?? store }, store, only);
    await transaction.run(seq === null ? insertOneToLast : insertOne, values);
    return;
  }
  const lead = { store, id, seq: seq ?? (await countRows(transaction, 'lead', store)) };
  const first = (await countRows(transaction, 'action', store)) + 1;
  for (let start = 0; start < actions.length; start += maxRows) {
    const part = actions.slice(start, start + maxRows);
    await transaction.run(
      `INSERT INTO action (${inserted}) VALUES ${rowList(part.length, 12)}`,
      part.flatMap((action, index) => valuesOf(lead, first + start + index, action)),
    );
  }
}

/** @param number The number of the action, or the value from which the statement derives it. */
function valuesOf({ store, seq }: LeadKey, number: number, action: ActionRecord): SqlValue[] {
  const { id, type, performedBy, fields, data, createdOn, modifiedOn } = action;
  const performer = [encodeText(performedBy), keyOf(comparable(performedBy))] as const;
  const content = [fields ? JSON.stringify(fields) : null, data ? JSON.stringify(data) : null];
  const times = [createdOn, modifiedOn] as const;
  const key = keyOf(comparable(type));
  return [store, seq, number, id, encodeText(type), key, ...performer, ...content, ...times];
}

export function toAction(leadId: string, row: ActionRow): ActionRecord {
  return {
    id: row.id,
    leadId,
    type: decodeText(row.type),
    createdOn: row.created_on,
    modifiedOn: row.modified_on,
    performedBy: decodeText(row.performed_by),
    // Only `JSON.stringify` of these parts of an action is stored here.
    ...(row.fields !== null && { fields: JSON.parse(row.fields) }),
    ...(row.data !== null && { data: JSON.parse(row.data) }),
  };
}

export async function getAction(
  reader: SqlReader,
  { store, id, seq }: LeadKey,
  actionId: string,
): Promise<ActionRecord | undefined> {
  const [row] = await reader.all<ActionRow>(
    `SELECT ${actionColumns} FROM action WHERE store = ? AND lead_seq = ? AND id = ?`,
    [store, seq, actionId],
  );
  return row && toAction(id, row);
}

/** Returns the changed action, or `undefined` if it does not exist. */
export async function changeAction(
  transaction: SqlTransaction,
  lead: LeadKey,
  actionId: string,
  change: ActionChange,
): Promise<ActionRecord | undefined> {
  const action = await getAction(transaction, lead, actionId);
  if (action === undefined) return undefined;
  const changed = changedAction(action, change);
  const { fields, data, modifiedOn } = changed;
  await transaction.run(
    `UPDATE action SET fields = ?, data = ?, modified_on = ?
     WHERE store = ? AND lead_seq = ? AND id = ?`,
    [
      ...[fields ? JSON.stringify(fields) : null, data ? JSON.stringify(data) : null, modifiedOn],
      ...[lead.store, lead.seq, actionId],
    ],
  );
  return changed;
}

/** One page of a timeline, newest first. */
export async function searchActions(
  reader: SqlReader,
  { store, id, seq }: LeadKey,
  query: ActionQuery,
  { skip, limit }: PageRequest,
): Promise<PageResult<ActionRecord>> {
  const isOfLead = both(equals('store', store), equals('lead_seq', seq));
  const { text, values } = both(isOfLead, meetsAction(query));
  const [count] = await reader.all<{ total: number }>(
    `SELECT count(*) AS total FROM action WHERE ${text}`,
    values,
  );
  const total = count?.total ?? 0;
  if (limit === 0 || skip >= total) return { items: [], total };
  const rows = await reader.all<ActionRow>(
    `SELECT ${actionColumns} FROM action WHERE ${text}
     ORDER BY created_on DESC, seq DESC LIMIT ? OFFSET ?`,
    [...values, limit, skip],
  );
  return { items: rows.map((row) => toAction(id, row)), total };
}
