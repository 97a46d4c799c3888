import type { WorkspaceContext } from '../context/context.ts';
import type { TeamMember } from '../definition/index.ts';
import { type Result, success } from '../results/result.ts';
import { findMember, hasEmailForm, invalidEmail, notFound } from './email-lookup.ts';
import { toTeamMember } from './response.ts';

export interface GetTeamMemberInput {
  path: { email: string };
  query?: { includeDeleted?: boolean };
}

/** By email address, ignoring case. */
export async function getTeamMember(
  { store }: WorkspaceContext,
  { path: { email }, query = {} }: GetTeamMemberInput,
): Promise<Result<TeamMember>> {
  if (!hasEmailForm(email)) return invalidEmail;
  const member = (await findMember(store, email))?.member;
  const isHidden = member?.status === 'Deleted' && query.includeDeleted !== true;
  return member === undefined || isHidden ? notFound : success(toTeamMember(member));
}
