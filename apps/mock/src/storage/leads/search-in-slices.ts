import type { SqlReader } from '@telecrm/sql';
import {
  createLeadMatcher,
  type LeadQuery,
  type LeadRecord,
  type PageRequest,
  type PageResult,
} from '@telecrm/workspace/store';
import { keyOf } from '../tables/text.ts';
import { both, equals, isIn, isWithin, meetsAction } from './conditions.ts';
import { type LeadRow, leadColumns, toLead } from './rows.ts';
import { createTimeSlice } from './time-slice.ts';

/** The number of leads per statement. */
const sliceSize = 100;

/**
 * Searches in a database that runs in this thread: reads the leads with the identifiers, or all of them, in small
 * batches, and yields to the event loop between them.
 */
export async function searchInSlices(
  reader: SqlReader,
  store: number,
  query: LeadQuery,
  { skip, limit }: PageRequest,
): Promise<PageResult<LeadRecord>> {
  const matches = createLeadMatcher(query);
  const slice = createTimeSlice();
  const items: LeadRecord[] = [];
  let total = 0;
  for await (const rows of candidates(reader, store, query)) {
    const withAction = query.action && (await leadsWithAction(reader, store, query.action, rows));
    for (const row of rows) {
      if (withAction && !withAction.has(row.seq)) continue;
      const lead = toLead(row);
      if (!matches(lead)) continue;
      if (total >= skip && items.length < limit) items.push(lead);
      total++;
    }
    await slice.pauseIfOver();
  }
  return { items, total };
}

async function leadsWithAction(
  reader: SqlReader,
  store: number,
  query: NonNullable<LeadQuery['action']>,
  rows: readonly LeadRow[],
): Promise<Set<number>> {
  const ofLeads = isIn(
    'lead_seq',
    rows.map(({ seq }) => seq),
  );
  const { text, values } = both(equals('store', store), ofLeads, meetsAction(query));
  const found = await reader.all<{ lead_seq: number }>(
    `SELECT DISTINCT lead_seq FROM action WHERE ${text}`,
    values,
  );
  return new Set(found.map(({ lead_seq }) => lead_seq));
}

/** The candidates for a query, newest first. */
async function* candidates(
  reader: SqlReader,
  store: number,
  query: LeadQuery,
): AsyncGenerator<LeadRow[]> {
  if (query.identifiers === undefined) {
    yield* allLeads(reader, store, query);
    return;
  }
  const keys = isIn('l.identifier_key', query.identifiers.map(keyOf));
  const { text, values } = both(equals('l.store', store), keys);
  yield await reader.all<LeadRow>(
    `SELECT ${leadColumns} FROM lead l WHERE ${text} ORDER BY l.created_on DESC, l.seq DESC`,
    values,
  );
}

/** All leads that were created in the range of the query. */
async function* allLeads(
  reader: SqlReader,
  store: number,
  { createdOn = {} }: LeadQuery,
): AsyncGenerator<LeadRow[]> {
  const inRange = both(equals('l.store', store), isWithin('l.created_on', createdOn));
  let condition = inRange;
  for (;;) {
    const { text, values } = condition;
    const rows = await reader.all<LeadRow>(
      `SELECT ${leadColumns} FROM lead l WHERE ${text}
       ORDER BY l.created_on DESC, l.seq DESC LIMIT ${sliceSize}`,
      values,
    );
    yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < sliceSize) return;
    const older = {
      text: '(l.created_on, l.seq) < (?, ?)',
      values: [last.created_on, last.seq],
    };
    condition = both(inRange, older);
  }
}
