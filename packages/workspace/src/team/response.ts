import type { TeamMember } from '../definition/index.ts';

/** A member in a response: a copy without the role. */
export function toTeamMember(member: TeamMember): TeamMember {
  return { ...member, license: member.license && { ...member.license } };
}
