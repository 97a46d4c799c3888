import type { WorkspaceContext } from '../context/context.ts';
import { availabilityStates } from '../generated/spec-values.ts';
import { getOwn } from '../json/json.ts';
import { operationError, type Result, success } from '../results/result.ts';
import { findMember, hasEmailForm, invalidEmail, notFound } from './email-lookup.ts';

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
  if (typeof email !== 'string' || !hasEmailForm(email)) return invalidEmail;
  const found = await findMember(store, email);
  if (found === undefined || found.member.status === 'Deleted') return notFound;
  await store.transaction((transaction) => transaction.setMemberStatus(found.identifier, status));
  return success({ email: found.member.email, status });
}
