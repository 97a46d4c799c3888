import type { TeamMember } from '../definition/index.ts';
import { isEmail } from '../fields/index.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Room } from '../room.ts';
import { showMember } from './view.ts';

export interface GetTeamMemberInput {
  path: { email: string };
  query?: { includeDeleted?: boolean };
}

/** By email address. Its case does not matter; a stray space does. */
export async function getTeamMember(
  { store }: Room,
  { path: { email }, query = {} }: GetTeamMemberInput,
): Promise<Result<TeamMember>> {
  if (!isEmail(email)) return refuse('BAD_REQUEST', 'Invalid email format');
  const member = await store.getMember(email);
  if (member === undefined || (member.status === 'Deleted' && query.includeDeleted !== true)) {
    return refuse('TEAM_MEMBER_NOT_FOUND', 'Team member not found');
  }
  return done(showMember(member));
}
