import type { WorkspaceContext } from '../context/context.ts';
import type { TeamMember } from '../definition/index.ts';
import { defaultPageLimits } from '../generated/spec-values.ts';
import type { SearchPage } from '../leads/search-leads.ts';
import { type Result, success } from '../results/result.ts';
import { toTeamMember } from './response.ts';

export interface ListTeamMembersInput {
  query?: { skip?: number; limit?: number; includeDeleted?: boolean };
}

/** Sorted by name. By default, only deleted members are excluded. */
export async function listTeamMembers(
  { store }: WorkspaceContext,
  { query = {} }: ListTeamMembersInput,
): Promise<Result<SearchPage<TeamMember>>> {
  const { skip = 0, limit = defaultPageLimits.listTeamMembers, includeDeleted = false } = query;
  const members = (await store.listMembers()).map(({ member }) => member);
  const shown = members.filter(({ status }) => includeDeleted || status !== 'Deleted').sort(byName);
  const data = shown.slice(skip, skip + limit).map(toTeamMember);
  return success({ data, total_count: shown.length, skip, limit });
}

// By code unit, which makes the order independent of the locale.
function byName(a: TeamMember, b: TeamMember): number {
  return sortKey(a) < sortKey(b) ? -1 : 1;
}

function sortKey({ name, email }: TeamMember): string {
  return `${name}\n${email}`.toLowerCase();
}
