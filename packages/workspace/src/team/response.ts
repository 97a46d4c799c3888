import type { TeamMember } from '../definition/index.ts';

/** A member as responses show it: a copy, without the role. */
export function toTeamMember(member: TeamMember): TeamMember {
  return { ...member, license: member.license && { ...member.license } };
}
