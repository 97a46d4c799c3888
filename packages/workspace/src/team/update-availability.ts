import type { WorkspaceContext } from '../context/context.ts';
import { isEmail } from '../fields/index.ts';
import { availabilityStates } from '../generated/spec-values.ts';
import { getOwn } from '../json/json.ts';
import { operationError, type Result, success } from '../results/result.ts';

/** Sets a member's availability. The request calls it `state`, the response `status`. */
export async function updateTeamMemberAvailability(
  { store }: WorkspaceContext,
  { body }: { body: unknown },
): Promise<Result<{ email: string; status: string }>> {
  const [state, email] = [getOwn(body, 'state'), getOwn(body, 'email')];
  const status = availabilityStates.find((known) => known === state);
  if (status === undefined) {
    const allowed = availabilityStates.join(', ');
    return operationError('BAD_REQUEST', `Invalid state. Allowed states: ${allowed}`);
  }
  if (typeof email !== 'string' || !isEmail(email)) {
    return operationError('BAD_REQUEST', 'Invalid email format');
  }
  const unknown = operationError('TEAM_MEMBER_NOT_FOUND', 'Team member not found');
  if ((await store.getMember(email))?.status === 'Deleted') return unknown;
  const member = await store.setMemberStatus(email, status);
  return member ? success({ email: member.email, status }) : unknown;
}
