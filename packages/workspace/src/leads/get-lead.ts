import { type TimelineEntry, toTimelineEntry } from '../actions/response.ts';
import type { WorkspaceContext } from '../context/context.ts';
import { defaultPageLimits } from '../generated/spec-values.ts';
import { operationError, type Result, success } from '../results/result.ts';
import { copyFields } from './response.ts';

/** A lead, with a page of its timeline if requested. */
export interface LeadResponse {
  fields: Record<string, unknown>;
  actions?: TimelineEntry[];
  actions_skip?: number;
  actions_limit?: number;
}

export interface GetLeadInput {
  path: { leadId: string };
  query?: { includeActions?: boolean; skip?: number; limit?: number };
}

/** Without `includeActions`, `skip` and `limit` are ignored. */
export async function getLead(
  { store, definition }: WorkspaceContext,
  { path, query = {} }: GetLeadInput,
): Promise<Result<LeadResponse>> {
  const lead = await store.getLead(path.leadId);
  if (lead === undefined) {
    return operationError('LEAD_NOT_FOUND', `The lead with ID ${path.leadId} was not found.`);
  }
  const fields = copyFields(lead.fields);
  if (query.includeActions !== true) return success({ fields });
  const { skip = 0, limit = defaultPageLimits.getLead } = query;
  const { items } = await store.searchActions(lead.id, {}, { skip, limit });
  return success({
    fields,
    actions: items.map((action) => toTimelineEntry(action, definition.variants)),
    actions_skip: skip,
    actions_limit: limit,
  });
}
