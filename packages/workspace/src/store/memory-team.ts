import type { TeamMember } from '../definition/index.ts';
import type { WorkspaceStore } from './store.ts';

type TeamMethods = 'insertMember' | 'getMember' | 'setMemberStatus' | 'listMembers';

/** The team, in memory. */
export function createMemoryTeam(): Pick<WorkspaceStore, TeamMethods> {
  const byEmail = new Map<string, TeamMember>();
  const all = () => [...byEmail.values()];

  return {
    async insertMember(member, seats) {
      if (byEmail.has(member.email.toLowerCase())) return 'email-taken';
      if (all().filter(({ status }) => status !== 'Deleted').length >= seats) return 'no-free-seat';
      byEmail.set(member.email.toLowerCase(), member);
      return 'inserted';
    },
    getMember: async (email) => byEmail.get(email.toLowerCase()),
    async setMemberStatus(email, status) {
      const member = byEmail.get(email.toLowerCase());
      if (member === undefined) return undefined;
      const changed = { ...member, status };
      byEmail.set(email.toLowerCase(), changed);
      return changed;
    },
    listMembers: async () => all().sort(byName),
  };
}

// By code unit, so that the order does not depend on the locale.
function byName(a: TeamMember, b: TeamMember): number {
  return sortKey(a) < sortKey(b) ? -1 : 1;
}

function sortKey({ name, email }: TeamMember): string {
  return `${name}\n${email}`.toLowerCase();
}
