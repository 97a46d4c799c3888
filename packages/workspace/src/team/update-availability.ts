import { isEmail } from '../fields/index.ts';
import { own } from '../json.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Room } from '../room.ts';
import { availabilityStates } from '../spec-values.ts';

/** Sets whether a member is at work. What goes in as `state` comes out as `status`. */
export async function updateTeamMemberAvailability(
  { store }: Room,
  { body }: { body: unknown },
): Promise<Result<{ email: string; status: string }>> {
  const [state, email] = [own(body, 'state'), own(body, 'email')];
  const status = availabilityStates.find((known) => known === state);
  if (status === undefined) {
    const allowed = availabilityStates.join(', ');
    return refuse('BAD_REQUEST', `Invalid state. Allowed states: ${allowed}`);
  }
  if (typeof email !== 'string' || !isEmail(email)) {
    return refuse('BAD_REQUEST', 'Invalid email format');
  }
  const unknown = refuse('TEAM_MEMBER_NOT_FOUND', 'Team member not found');
  if ((await store.getMember(email))?.status === 'Deleted') return unknown;
  const member = await store.setMemberStatus(email, status);
  return member ? done({ email: member.email, status }) : unknown;
}
