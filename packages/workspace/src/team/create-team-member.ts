import type { WorkspaceContext } from '../context/context.ts';
import { memberIdentifier } from '../context/members.ts';
import type { TeamMember } from '../definition/index.ts';
import { isEmail } from '../fields/index.ts';
import { memberPhonePattern, memberRoles } from '../generated/spec-values.ts';
import { getOwn } from '../json/json.ts';
import {
  type OperationErrorDetail,
  operationError,
  type Result,
  success,
} from '../results/result.ts';

/** The added member. */
export interface CreatedTeamMember {
  name: string;
  email: string;
  phone_number: string;
  role: string;
  /** `INVITED`, in capitals unlike the `Invited` of reads, unless a password was sent. */
  status: 'INVITED' | 'Active';
}

/**
 * Adds a member, who immediately takes a seat. The email address of a deleted member counts as taken: how telecrm
 * handles this is unknown, and two members with one address would be ambiguous.
 */
export async function createTeamMember(
  { store, definition }: WorkspaceContext,
  { body }: { body: unknown },
): Promise<Result<CreatedTeamMember>> {
  const details = invalidFields(body);
  if (details.length > 0) {
    const [first] = details;
    // The docs show this message only for an invalid phone number.
    const message =
      details.length === 1 && first?.message === invalidPhone ? invalidPhone : 'Validation failed';
    return operationError('BAD_REQUEST', message, details);
  }
  // Both are strings if there are no details.
  const value = (key: string) => String(getOwn(body, key));
  const sent = { name: value('name'), email: value('email'), phone_number: value('phone_number') };
  const invited = getOwn(body, 'password') === undefined;
  const member: TeamMember = {
    ...sent,
    status: invited ? 'Invited' : 'Active',
    ...{ manager_name: null, manager_email: null, permission_template_name: null },
    license: null,
  };
  const record = { identifier: memberIdentifier(sent.email), member };
  const outcome = await store.transaction((transaction) =>
    transaction.insertMember(record, definition.seats),
  );
  if (outcome === 'email-taken') {
    return operationError(
      'TEAM_MEMBER_ALREADY_EXISTS',
      'A team member with this email already exists.',
    );
  }
  if (outcome === 'no-free-seat') {
    return operationError(
      'BUY_LICENSE',
      'No free license is left. Buy one or free one by deleting a member.',
    );
  }
  return success({ ...sent, role: value('role'), status: invited ? 'INVITED' : 'Active' });
}

const invalidPhone = 'Invalid phone_number format';

function invalidFields(body: unknown): OperationErrorDetail[] {
  const [name, email, phone, role, password] = (
    ['name', 'email', 'phone_number', 'role', 'password'] as const
  ).map((key) => getOwn(body, key));
  return [
    detail('name', typeof name === 'string' && name !== '', 'Name is required'),
    detail('email', typeof email === 'string' && isEmail(email), 'Invalid email format'),
    phone === undefined
      ? detail('phone_number', false, 'Phone number is required')
      : detail('phone_number', isPhoneNumber(phone), invalidPhone),
    detail('role', isRole(role), `Invalid role. Allowed roles: ${memberRoles.join(', ')}`),
    detail('password', password === undefined || typeof password === 'string', 'Invalid password'),
  ].filter((problem) => problem !== undefined);
}

function isPhoneNumber(phone: unknown): boolean {
  return typeof phone === 'string' && memberPhonePattern.test(phone);
}

function isRole(role: unknown): boolean {
  return memberRoles.some((known) => known === role);
}

function detail(
  field: string,
  isValid: boolean,
  message: string,
): OperationErrorDetail | undefined {
  return isValid ? undefined : { field, message };
}
