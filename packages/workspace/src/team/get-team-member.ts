import type { WorkspaceContext } from '../context/context.ts';
import type { TeamMember } from '../definition/index.ts';
import { isEmail } from '../fields/index.ts';
import { operationError, type Result, success } from '../results/result.ts';
import { toTeamMember } from './response.ts';

export interface GetTeamMemberInput {
  path: { email: string };
  query?: { includeDeleted?: boolean };
}

/** By email address, ignoring case; leading and trailing spaces are significant. */
export async function getTeamMember(
  { store }: WorkspaceContext,
  { path: { email }, query = {} }: GetTeamMemberInput,
): Promise<Result<TeamMember>> {
  if (!isEmail(email)) return operationError('BAD_REQUEST', 'Invalid email format');
  const member = await store.getMember(email);
  if (member === undefined || (member.status === 'Deleted' && query.includeDeleted !== true)) {
    return operationError('TEAM_MEMBER_NOT_FOUND', 'Team member not found');
  }
  return success(toTeamMember(member));
}
