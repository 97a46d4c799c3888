import type { TeamMember } from '../definition/index.ts';
import type { SearchPage } from '../leads/search-leads.ts';
import { done, type Result } from '../result.ts';
import type { Room } from '../room.ts';
import { showMember } from './view.ts';

export interface ListTeamMembersInput {
  query?: { skip?: number; limit?: number; includeDeleted?: boolean };
}

/** By name from A to Z. The docs' default leaves out deleted members only, whatever else a member's status is. */
export async function listTeamMembers(
  { store }: Room,
  { query = {} }: ListTeamMembersInput,
): Promise<Result<SearchPage<TeamMember>>> {
  const { skip = 0, limit = 10, includeDeleted = false } = query;
  const members = await store.listMembers();
  const shown = members.filter(({ status }) => includeDeleted || status !== 'Deleted');
  const data = shown.slice(skip, skip + limit).map(showMember);
  return done({ data, total_count: shown.length, skip, limit });
}
