import type { TeamMember } from '../definition/index.ts';

/** A member as the API shows it, in objects of the reader's own. The role is not among what it shows. */
export function showMember(member: TeamMember): TeamMember {
  return { ...member, license: member.license && { ...member.license } };
}
