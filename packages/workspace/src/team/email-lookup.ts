import { memberIdentifier } from '../context/members.ts';
import { operationError } from '../results/result.ts';
import { comparable, type MemberRecord, type StoreReader } from '../store/index.ts';

export const notFound = operationError('TEAM_MEMBER_NOT_FOUND', 'Team member not found');

export const invalidEmail = operationError('BAD_REQUEST', 'Invalid email format');

/**
 * Whether a text has the form of an email address. Whitespace and look-alike letters do not make it malformed: no
 * member has such an address, so it is simply not found.
 */
export function hasEmailForm(text: string): boolean {
  return /^[^@]+@[^@]+\.[^@.]+$/.test(text.slice(0, 1000));
}

/** Finds a member by an email address, ignoring case but not surrounding whitespace. */
export async function findMember(
  store: StoreReader,
  email: string,
): Promise<MemberRecord | undefined> {
  const identifier = memberIdentifier(email);
  return identifier === comparable(email) ? store.getMember(identifier) : undefined;
}
