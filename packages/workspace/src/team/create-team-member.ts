import type { WorkspaceContext } from '../context/context.ts';
import { isEmail } from '../fields/index.ts';
import { memberPhonePattern, memberRoles } from '../generated/spec-values.ts';
import { getOwn } from '../json/json.ts';
import {
  type OperationErrorDetail,
  operationError,
  type Result,
  success,
} from '../results/result.ts';

/** The member that was added. */
export interface CreatedTeamMember {
  name: string;
  email: string;
  phone_number: string;
  role: string;
  /** `INVITED`, in capitals unlike the `Invited` of reads, unless there is a password. */
  status: 'INVITED' | 'Active';
}

/**
 * Adds a member, who takes a seat immediately. The email address of a deleted member counts as taken: what telecrm does
 * is unknown, and two members with one address would be ambiguous.
 */
export async function createTeamMember(
  { store, definition }: WorkspaceContext,
  { body }: { body: unknown },
): Promise<Result<CreatedTeamMember>> {
  const [name, email, phone, role, password] = (
    ['name', 'email', 'phone_number', 'role', 'password'] as const
  ).map((key) => getOwn(body, key));
  const details = [
    detail('name', typeof name === 'string' && name !== '', 'Name is required'),
    detail('email', typeof email === 'string' && isEmail(email), 'Invalid email format'),
    detail('role', isRole(role), `Invalid role. Allowed roles: ${memberRoles.join(', ')}`),
    detail('password', password === undefined || typeof password === 'string', 'Invalid password'),
  ].filter((problem) => problem !== undefined);
  if (details.length > 0) return operationError('BAD_REQUEST', 'Validation failed', details);
  if (typeof phone !== 'string' || !memberPhonePattern.test(phone)) {
    return operationError('BAD_REQUEST', 'Invalid phone_number format');
  }
  const invited = password === undefined;
  // Without details, the types have been checked.
  const member = { name, email, phone_number: phone } as Omit<CreatedTeamMember, 'role' | 'status'>;
  const outcome = await store.insertMember(
    {
      ...member,
      status: invited ? 'Invited' : 'Active',
      ...{ manager_name: null, manager_email: null, permission_template_name: null },
      license: null,
    },
    definition.seats,
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
  return success({ ...member, role: String(role), status: invited ? 'INVITED' : 'Active' });
}

function isRole(role: unknown): boolean {
  return memberRoles.some((known) => known === role);
}

function detail(field: string, fits: boolean, message: string): OperationErrorDetail | undefined {
  return fits ? undefined : { field, message };
}
