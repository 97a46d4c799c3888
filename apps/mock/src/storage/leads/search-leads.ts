import type { DialectName, SqlReader } from '@telecrm/sql';
import type { LeadQuery, LeadRecord, PageRequest, PageResult } from '@telecrm/workspace/store';
import { isUnconditional } from './conditions.ts';
import { type LeadRow, leadColumns, toLead } from './rows.ts';
import { searchAtOnce } from './search-at-once.ts';
import { searchInSlices } from './search-in-slices.ts';

/** Searches the leads of a store, newest first. */
export async function searchLeads(
  reader: SqlReader,
  dialect: DialectName,
  store: number,
  query: LeadQuery,
  page: PageRequest,
): Promise<PageResult<LeadRecord>> {
  if (isUnconditional(query)) return listLeads(reader, store, page);
  // A server has its own threads; SQLite runs in this one, which has other requests to process.
  const search = dialect === 'postgres' ? searchAtOnce : searchInSlices;
  return search(reader, store, query, page);
}

/** The number of leads or actions, which is the number of the last one, because they are never deleted. */
export async function countRows(
  reader: SqlReader,
  table: 'lead' | 'action',
  store: number,
): Promise<number> {
  const text = `SELECT MAX(seq) AS total FROM ${table} WHERE store = ?`;
  const [row] = await reader.all<{ total: number | null }>(text, [store]);
  return row?.total ?? 0;
}

async function listLeads(
  reader: SqlReader,
  store: number,
  { skip, limit }: PageRequest,
): Promise<PageResult<LeadRecord>> {
  const total = await countRows(reader, 'lead', store);
  const count = Math.min(limit, total - skip);
  if (count <= 0) return { items: [], total };
  // A database visits all skipped rows, so pages beyond the middle are read from the end.
  const left = total - skip - count;
  const fromEnd = left < skip;
  const order = fromEnd ? 'ASC' : 'DESC';
  const rows = await reader.all<LeadRow>(
    `SELECT ${leadColumns} FROM lead l WHERE l.store = ?
     ORDER BY l.created_on ${order}, l.seq ${order} LIMIT ? OFFSET ?`,
    [store, count, fromEnd ? left : skip],
  );
  const items = rows.map(toLead);
  return { items: fromEnd ? items.reverse() : items, total };
}
