import type { WorkspaceContext } from '../context/context.ts';
import { parseActionFilter } from '../filters/action-filter.ts';
import { FilterError } from '../filters/conditions.ts';
import { defaultPageLimits } from '../generated/spec-values.ts';
import type { SearchPage } from '../leads/search-leads.ts';
import { operationError, type Result, success } from '../results/result.ts';
import { type TimelineEntry, toTimelineEntry } from './response.ts';

export interface SearchActionsInput {
  path: { leadId: string };
  query?: { skip?: number; limit?: number };
  body: unknown;
}

/** Searches one lead's timeline for actions of all types, newest first. */
export async function searchActions(
  context: WorkspaceContext,
  { path: { leadId }, query = {}, body }: SearchActionsInput,
): Promise<Result<SearchPage<TimelineEntry>>> {
  if ((await context.store.getLead(leadId)) === undefined) {
    return operationError('LEAD_NOT_FOUND', 'Lead with given ID was not found.');
  }
  const { skip = 0, limit = defaultPageLimits.searchActions } = query;
  try {
    const filter = parseActionFilter(context, body);
    const { items, total } = await context.store.searchActions(leadId, filter, { skip, limit });
    const { variants } = context.definition;
    const data = items.map((action) => toTimelineEntry(action, variants));
    return success({ data, total_count: total, skip, limit });
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    return operationError('BAD_REQUEST', 'Invalid filter');
  }
}
