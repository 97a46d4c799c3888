import { showOnTimeline, type TimelineView } from '../actions/view.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Room } from '../room.ts';
import { showFields } from './view.ts';

/** A lead as stored, with a page of its timeline when that was asked for. */
export interface LeadView {
  fields: Record<string, unknown>;
  actions?: TimelineView[];
  actions_skip?: number;
  actions_limit?: number;
}

export interface GetLeadInput {
  path: { leadId: string };
  query?: { includeActions?: boolean; skip?: number; limit?: number };
}

/** Without `includeActions`, `skip` and `limit` do nothing. */
export async function getLead(
  { store }: Room,
  { path, query = {} }: GetLeadInput,
): Promise<Result<LeadView>> {
  const lead = await store.getLead(path.leadId);
  if (lead === undefined) {
    return refuse('LEAD_NOT_FOUND', `The lead with ID ${path.leadId} was not found.`);
  }
  const fields = showFields(lead.fields);
  if (query.includeActions !== true) return done({ fields });
  const { skip = 0, limit = 10 } = query;
  const { items } = await store.searchActions(lead.id, {}, { skip, limit });
  return done({
    fields,
    actions: items.map(showOnTimeline),
    actions_skip: skip,
    actions_limit: limit,
  });
}
