import type { WorkspaceContext } from '../context/context.ts';
import { FilterError } from '../filters/conditions.ts';
import { parseLeadFilter } from '../filters/lead-filter.ts';
import { defaultPageLimits } from '../generated/spec-values.ts';
import { getOwn } from '../json/json.ts';
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

/** Exact matching, newest first. Only statuses are case-sensitive. */
export async function searchLeads(
  context: WorkspaceContext,
  { query = {}, body }: SearchLeadsInput,
): Promise<Result<SearchPage<LeadRow>>> {
  const { skip = 0, limit = defaultPageLimits.searchLeads } = query;
  const { variants } = context.definition;
  if (variants.failOnAssigneeWithStatuses && hasAssigneeAndStatuses(body)) {
    return operationError('INTERNAL_SERVER_ERROR', 'Something went wrong. Please try again later.');
  }
  try {
    const filter = await parseLeadFilter(context, body);
    const { items, total } = await context.store.searchLeads(filter, { skip, limit });
    const data = items.map((lead) => toLeadRow(lead, variants));
    return success({ data, total_count: total, skip, limit });
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    return operationError('BAD_REQUEST', `Invalid filter: ${error.message}`);
  }
}

function hasAssigneeAndStatuses(body: unknown): boolean {
  const fields = getOwn(body, 'fields');
  return getOwn(fields, 'assignee') !== undefined && Array.isArray(getOwn(fields, 'status'));
}
