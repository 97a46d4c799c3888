import type { WorkspaceContext } from '../context/context.ts';
import { FilterError } from '../filters/conditions.ts';
import { parseLeadFilter } from '../filters/lead-filter.ts';
import { operationError, type Result, success } from '../results/result.ts';
import { type LeadRow, toLeadRow } from './response.ts';

/** One page of results; `total_count` counts all results. */
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

/** Exact, case-insensitive matching, newest first. */
export async function searchLeads(
  context: WorkspaceContext,
  { query = {}, body }: SearchLeadsInput,
): Promise<Result<SearchPage<LeadRow>>> {
  const { skip = 0, limit = 10 } = query;
  try {
    const filter = await parseLeadFilter(context, body);
    const { items, total } = await context.store.searchLeads(filter, { skip, limit });
    return success({ data: items.map(toLeadRow), total_count: total, skip, limit });
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    return operationError('BAD_REQUEST', `Invalid filter: ${error.message}`);
  }
}
