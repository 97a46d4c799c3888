import { rowList, type SqlTransaction, type SqlValue } from '@telecrm/sql';
import { comparable, type LeadRecord, type StoredFields } from '@telecrm/workspace/store';
import { keyOf } from '../tables/text.ts';

/** The lead to which values belong. */
export interface LeadPlace {
  readonly store: number;
  readonly createdOn: number;
  readonly seq: number;
}

/** A row of `lead_value` without the lead. */
interface ValueRow {
  field: string;
  value: string;
  exact: string;
  number: number | null;
}

const columns = 'store, field, value, created_on, seq, exact, number';

/** The maximum number of rows per statement. */
const maxRows = 500;

/** The statement of Postgres that indexes a lead whose number is the `seq` of a common table expression. */
export function insertValuesOf(
  table: string,
  { store, createdOn }: Omit<LeadPlace, 'seq'>,
  fields: StoredFields,
): { text: string; values: SqlValue[] } {
  const rows = rowsOf(fields);
  const list = 'unnest(?::text[], ?::text[], ?::text[], ?::double precision[])';
  return {
    text: `INSERT INTO lead_value (${columns})
      SELECT ?, v.field, v.value, ?, ${table}.seq, v.exact, v.number
      FROM ${table}, ${list} AS v (field, value, exact, number)`,
    values: [
      ...[store, createdOn],
      arrayOf(rows.map(({ field }) => field)),
      arrayOf(rows.map(({ value }) => value)),
      arrayOf(rows.map(({ exact }) => exact)),
      arrayOf(rows.map(({ number }) => number)),
    ],
  };
}

/** An array as Postgres reads it from text. */
function arrayOf(items: readonly (string | number | null)[]): string {
  const quoted = items.map((item) =>
    item === null ? 'NULL' : `"${String(item).replaceAll(/["\\]/g, '\\$&')}"`,
  );
  return `{${quoted.join(',')}}`;
}

/** Replaces the search values of a changed lead. */
export async function reindex(
  transaction: SqlTransaction,
  place: LeadPlace,
  before: LeadRecord,
  after: LeadRecord,
): Promise<void> {
  await transaction.run('UPDATE lead SET words = ? WHERE store = ? AND seq = ?', [
    ...[wordsOf(after), place.store, place.seq],
  ]);
  const identity = ({ field, value, exact }: ValueRow) => JSON.stringify([field, value, exact]);
  const old = new Map(rowsOf(before.fields).map((row) => [identity(row), row]));
  const added = rowsOf(after.fields).filter((row) => !old.delete(identity(row)));
  for (const { field, value, exact } of old.values()) {
    await transaction.run(
      `DELETE FROM lead_value
       WHERE store = ? AND field = ? AND value = ? AND created_on = ? AND seq = ? AND exact = ?`,
      [place.store, field, value, place.createdOn, place.seq, exact],
    );
  }
  await insertRows(transaction, place, added);
}

async function insertRows(
  transaction: SqlTransaction,
  { store, createdOn, seq }: LeadPlace,
  rows: readonly ValueRow[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += maxRows) {
    const part = rows.slice(start, start + maxRows);
    const values: SqlValue[] = [];
    for (const { field, value, exact, number } of part) {
      values.push(store, field, value, createdOn, seq, exact, number);
    }
    await transaction.run(
      `INSERT INTO lead_value (${columns}) VALUES ${rowList(part.length, 7)}`,
      values,
    );
  }
}

function rowsOf(fields: StoredFields): ValueRow[] {
  const rows: ValueRow[] = [];
  for (const [apiName, stored] of Object.entries(fields)) {
    const field = keyOf(apiName);
    if (typeof stored === 'object') {
      for (const one of new Set(stored)) rows.push({ field, ...valueKeys(one), number: null });
    } else {
      rows.push({
        field,
        ...valueKeys(stored),
        number: typeof stored === 'number' ? stored : null,
      });
    }
  }
  return rows;
}

/** Separates values, so that no match spans two of them. */
const separator = '\u0001';

/** All values of a lead as one text, normalized for comparison. */
export function wordsOf({ id, identifier, fields }: LeadRecord): string {
  const values = [id, identifier, ...Object.values(fields).flat()];
  return values.map((value) => searchText(comparable(value))).join(separator);
}

/** The normalized text for substring searches. Postgres accepts neither NUL nor a lone surrogate. */
export function searchText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd').replaceAll(separator, '\ufffd');
}

/** The forms in which a value is searched: normalized, and exact. */
function valueKeys(value: string | number): { value: string; exact: string } {
  const exact = keyOf(String(value));
  const normalized = keyOf(comparable(value));
  return { value: normalized, exact: exact === normalized ? '' : exact };
}
