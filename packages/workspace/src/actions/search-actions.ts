import { readActionFilter } from '../filters/action-filter.ts';
import { UnreadableFilter } from '../filters/parts.ts';
import type { SearchPage } from '../leads/search-leads.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Room } from '../room.ts';
import { showOnTimeline, type TimelineView } from './view.ts';

export interface SearchActionsInput {
  path: { leadId: string };
  query?: { skip?: number; limit?: number };
  body: unknown;
}

/** Searches one lead's timeline, every type of action, newest first. */
export async function searchActions(
  room: Room,
  { path: { leadId }, query = {}, body }: SearchActionsInput,
): Promise<Result<SearchPage<TimelineView>>> {
  if ((await room.store.getLead(leadId)) === undefined) {
    return refuse('LEAD_NOT_FOUND', 'Lead with given ID was not found.');
  }
  const { skip = 0, limit = 10 } = query;
  try {
    const filter = readActionFilter(room, body);
    const { items, total } = await room.store.searchActions(leadId, filter, { skip, limit });
    return done({ data: items.map(showOnTimeline), total_count: total, skip, limit });
  } catch (error) {
    if (!(error instanceof UnreadableFilter)) throw error;
    return refuse('BAD_REQUEST', 'Invalid filter');
  }
}
