import { readLeadFilter } from '../filters/lead-filter.ts';
import { UnreadableFilter } from '../filters/parts.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Room } from '../room.ts';
import { type LeadRow, showRow } from './view.ts';

/** One page of what was found; `total_count` counts all of it. */
export interface SearchPage<T> {
  data: T[];
  total_count: number;
  skip: number;
  limit: number;
}

export interface SearchLeadsInput {
  query?: { skip?: number; limit?: number };
  body: unknown;
}

/**
 * Exact matching that ignores the case, newest first. One page says that a status is matched by its case as well; the
 * general rule is followed, and labels spelt as in the pipeline are right by either.
 */
export async function searchLeads(
  room: Room,
  { query = {}, body }: SearchLeadsInput,
): Promise<Result<SearchPage<LeadRow>>> {
  const { skip = 0, limit = 10 } = query;
  try {
    const filter = await readLeadFilter(room, body);
    const { items, total } = await room.store.searchLeads(filter, { skip, limit });
    return done({ data: items.map(showRow), total_count: total, skip, limit });
  } catch (error) {
    if (!(error instanceof UnreadableFilter)) throw error;
    return refuse('BAD_REQUEST', `Invalid filter: ${error.message}`);
  }
}
