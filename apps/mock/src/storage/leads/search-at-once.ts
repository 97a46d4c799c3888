import type { SqlReader } from '@telecrm/sql';
import type { LeadQuery, LeadRecord, PageRequest, PageResult } from '@telecrm/workspace/store';
import { keyOf } from '../tables/text.ts';
import {
  both,
  type Condition,
  equals,
  isIn,
  isWithin,
  meetsAction,
  meetsField,
} from './conditions.ts';
import { type LeadRow, leadColumns, toLead } from './rows.ts';
import { searchText } from './values.ts';

/** Searches by a single statement, for a database server: each condition is a set of leads. */
export async function searchAtOnce(
  reader: SqlReader,
  store: number,
  query: LeadQuery,
  { skip, limit }: PageRequest,
): Promise<PageResult<LeadRecord>> {
  const { text, values } = intersection(setsOf(store, query));
  const [count] = await reader.all<{ total: number }>(
    `SELECT count(*) AS total FROM (${text}) AS found`,
    values,
  );
  const total = count?.total ?? 0;
  if (limit === 0 || skip >= total) return { items: [], total };
  const rows = await reader.all<LeadRow>(
    `SELECT ${leadColumns}
     FROM (${text} ORDER BY created_on DESC, seq DESC LIMIT ? OFFSET ?) AS found
     JOIN lead l ON l.store = ? AND l.seq = found.seq
     ORDER BY l.created_on DESC, l.seq DESC`,
    [...values, limit, skip, store],
  );
  return { items: rows.map(toLead), total };
}

function intersection(sets: readonly Condition[]): Condition {
  const [first] = sets;
  if (sets.length === 1 && first) {
    return { text: first.text.replace('SELECT', 'SELECT DISTINCT'), values: first.values };
  }
  return {
    text: sets.map(({ text }) => text).join(' INTERSECT '),
    values: sets.flatMap(({ values }) => values),
  };
}

/** For each condition, the statement that selects the matching leads. */
function setsOf(store: number, query: LeadQuery): Condition[] {
  const { identifiers, text, fields, createdOn, modifiedOn, action } = query;
  const leadConditions: Condition[] = [];
  if (identifiers) leadConditions.push(isIn('identifier_key', identifiers.map(keyOf)));
  if (text !== undefined) {
    leadConditions.push({ text: 'position(? IN words) > 0', values: [searchText(text)] });
  }
  if (createdOn) leadConditions.push(isWithin('created_on', createdOn));
  if (modifiedOn) leadConditions.push(isWithin('modified_on', modifiedOn));
  const sets = fields.map((field) =>
    setOf('SELECT created_on, seq FROM lead_value', meetsField(store, field)),
  );
  if (leadConditions.length > 0) {
    sets.push(
      setOf('SELECT created_on, seq FROM lead', both(equals('store', store), ...leadConditions)),
    );
  }
  if (action) {
    const found = setOf(
      'SELECT lead_seq FROM action',
      both(equals('store', store), meetsAction(action)),
    );
    sets.push({
      text: `SELECT created_on, seq FROM lead WHERE store = ? AND seq IN (${found.text})`,
      values: [store, ...found.values],
    });
  }
  return sets;
}

function setOf(select: string, { text, values }: Condition): Condition {
  return { text: `${select} WHERE ${text}`, values };
}
