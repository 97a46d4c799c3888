/** The 400 of an operation that lists the problems by field. */
import { describe, expect, it } from 'vitest';
import { freshWorkspace, sandboxForThisFile } from '../workspace.ts';

const mock = await sandboxForThisFile();
const { enterpriseId, syncToken } = await freshWorkspace(mock);

async function createTeamMember(body: object) {
  const response = await fetch(`${mock.baseUrls.sync}/enterprise/${enterpriseId}/team-members`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${syncToken}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { error }: { error?: { message: string; details?: { field: string }[] } } = JSON.parse(
    await response.text(),
  );
  return {
    status: response.status,
    message: error?.message,
    fields: error?.details?.map(({ field }) => field),
  };
}

const member = {
  name: 'John Doe',
  email: 'john.doe@example.com',
  phone_number: '919876543210',
  role: 'CALLER',
};

describe('a team member that is rejected', () => {
  it.each([
    ['without a name', { ...member, name: undefined }, ['name']],
    ['without a phone number', { ...member, phone_number: undefined }, ['phone_number']],
    ['with an invalid email address', { ...member, email: 'john' }, ['email']],
    ['with a password that is a number', { ...member, password: 1 }, ['password']],
    ['with an unknown role', { ...member, role: 'OWNER' }, ['role']],
    [
      'with several mistakes',
      { email: 'john', role: 'OWNER', password: 1 },
      ['name', 'email', 'phone_number', 'role', 'password'],
    ],
  ])('%s gets a detail for each invalid field', async (_, body, fields) => {
    expect(await createTeamMember(body)).toEqual({
      status: 400,
      message: 'Validation failed',
      fields,
    });
  });

  it('with an invalid phone number only gets the message that telecrm documents for it', async () => {
    expect(await createTeamMember({ ...member, phone_number: '+91 98765' })).toEqual({
      status: 400,
      message: 'Invalid phone_number format',
      fields: ['phone_number'],
    });
  });
});
