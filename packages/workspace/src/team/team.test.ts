import { describe, expect, it } from 'vitest';
import { expectSuccess, open, openDefault } from '../testing/open.ts';

const john = {
  name: 'John Doe',
  email: 'john.doe@example.com',
  phone_number: '919876543210',
  role: 'CALLER',
};

describe('listing the team', () => {
  it('sorts by name and excludes deleted members', async () => {
    const { operations } = await openDefault();
    const { data, total_count } = await expectSuccess(operations.listTeamMembers({}));
    expect(data.map(({ name }) => name)).toEqual(['Jane Doe', 'John Smith', 'Sam Agent']);
    expect(total_count).toBe(3);
  });

  it('includes deleted members on request, page by page', async () => {
    const { operations } = await openDefault();
    const query = { includeDeleted: true, skip: 0, limit: 1 };
    const page = await expectSuccess(operations.listTeamMembers({ query }));
    expect(page).toMatchObject({ data: [{ name: 'Alex Former' }], total_count: 4, limit: 1 });
  });
});

describe('getting a member', () => {
  it('ignores the case of the address', async () => {
    const { operations } = await openDefault();
    const path = { email: 'JANE.DOE@example.com' };
    expect(await expectSuccess(operations.getTeamMember({ path }))).toEqual({
      name: 'Jane Doe',
      email: 'jane.doe@example.com',
      status: 'Working',
      phone_number: '919999999999',
      manager_name: 'John Smith',
      manager_email: 'john.smith@example.com',
      permission_template_name: 'Sales Agent',
      license: {
        status: 'ACTIVE',
        type: 'GROWTH',
        start_date: '2024-01-01',
        end_date: '2025-01-01',
      },
    });
  });

  it('finds a deleted one on request', async () => {
    const { operations } = await openDefault();
    const path = { email: 'alex.former@example.com' };
    expect(await operations.getTeamMember({ path })).toMatchObject({
      code: 'TEAM_MEMBER_NOT_FOUND',
    });
    const query = { includeDeleted: true };
    expect(await expectSuccess(operations.getTeamMember({ path, query }))).toMatchObject({
      status: 'Deleted',
      license: null,
    });
  });

  it.each([' jane.doe@example.com', 'jane.doe@example.com ', 'j\u0430ne.doe@example.com'])(
    'does not find %j, with whitespace or a look-alike letter',
    async (email) => {
      const { operations } = await openDefault();
      const notFound = { ok: false, code: 'TEAM_MEMBER_NOT_FOUND' };
      expect(await operations.getTeamMember({ path: { email } })).toMatchObject(notFound);
      const body = { email, state: 'Working' };
      expect(await operations.updateTeamMemberAvailability({ body })).toMatchObject(notFound);
    },
  );

  it.each(['jane', '@example.com', 'jane@', 'a@b', 'a@b@c.d', '', `${'a@'.repeat(50_000)}`])(
    'rejects %j as an email address',
    async (email) => {
      const { operations } = await openDefault();
      const invalid = { ok: false, code: 'BAD_REQUEST', message: 'Invalid email format' };
      expect(await operations.getTeamMember({ path: { email } })).toMatchObject(invalid);
      const body = { email, state: 'Working' };
      expect(await operations.updateTeamMemberAvailability({ body })).toMatchObject(invalid);
    },
  );
});

describe('adding a member', () => {
  it('invites a member without a password, and activates one with a password', async () => {
    const { operations } = await openDefault();
    const invited = await expectSuccess(operations.createTeamMember({ body: john }));
    expect(invited).toEqual({ ...john, status: 'INVITED' });
    const path = { email: john.email };
    expect(await expectSuccess(operations.getTeamMember({ path }))).toMatchObject({
      status: 'Invited',
    });
    const body = { ...john, email: 'second@example.com', password: 'TempPass' };
    expect(await expectSuccess(operations.createTeamMember({ body }))).toMatchObject({
      status: 'Active',
    });
  });

  it('requires a free seat; inactive members occupy one and deleted members do not', async () => {
    const member = (email: string, status: string) => ({ ...john, email, status, role: undefined });
    const people = [member('a@example.com', 'Inactive'), member('b@example.com', 'Deleted')];
    const teamMembers = people.map(({ role: _, ...rest }) => rest);
    const { operations } = await open({ teamMembers, seats: 2 });
    expect(await operations.createTeamMember({ body: john })).toMatchObject({ ok: true });
    const body = { ...john, email: 'one.too.many@example.com' };
    expect(await operations.createTeamMember({ body })).toMatchObject({ code: 'BUY_LICENSE' });
  });

  it.each(['Jane.Doe@example.com', 'alex.former@example.com'])(
    'rejects %s, which is in use',
    async (email) => {
      const { operations } = await openDefault();
      expect(await operations.createTeamMember({ body: { ...john, email } })).toMatchObject({
        code: 'TEAM_MEMBER_ALREADY_EXISTS',
      });
    },
  );

  it('lists the invalid fields', async () => {
    const { operations } = await openDefault();
    expect(await operations.createTeamMember({ body: { password: 5 } })).toEqual({
      ok: false,
      code: 'BAD_REQUEST',
      message: 'Validation failed',
      details: [
        { field: 'name', message: 'Name is required' },
        { field: 'email', message: 'Invalid email format' },
        { field: 'phone_number', message: 'Phone number is required' },
        {
          field: 'role',
          message: 'Invalid role. Allowed roles: ADMIN, MANAGER, CALLER, MARKETING_USER',
        },
        { field: 'password', message: 'Invalid password' },
      ],
    });
  });
});

it.each([
  [{ ...john, phone_number: undefined }, 'Validation failed', 'Phone number is required'],
  [
    { ...john, phone_number: '+919876543210' },
    'Invalid phone_number format',
    'Invalid phone_number format',
  ],
  [{ ...john, phone_number: '+91', name: '' }, 'Validation failed', 'Invalid phone_number format'],
])(
  'reports an invalid phone number like other invalid fields if it is not the only one: %j',
  async (body, message, detail) => {
    const { operations } = await openDefault();
    expect(await operations.createTeamMember({ body })).toMatchObject({
      message,
      details: expect.arrayContaining([{ field: 'phone_number', message: detail }]),
    });
  },
);

describe('setting the availability', () => {
  it('is visible in later reads', async () => {
    const { operations } = await openDefault();
    const body = { state: 'On Leave', email: 'Jane.Doe@example.com' };
    expect(await expectSuccess(operations.updateTeamMemberAvailability({ body }))).toEqual({
      email: 'jane.doe@example.com',
      status: 'On Leave',
    });
    const path = { email: 'jane.doe@example.com' };
    expect(await expectSuccess(operations.getTeamMember({ path }))).toMatchObject({
      status: 'On Leave',
    });
  });

  it.each<[object, string]>([
    [{ state: 'Away', email: 'x' }, 'Invalid state. Allowed states: Active, Inactive, On Leave'],
    [{ state: 'Active', email: 'x' }, 'Invalid email format'],
    [{ state: 'Active', email: 'no@example.com' }, 'Team member not found'],
    [{ state: 'Active', email: 'alex.former@example.com' }, 'Team member not found'],
  ])('rejects %j', async (body, message) => {
    const { operations } = await openDefault();
    const result = await operations.updateTeamMemberAvailability({ body });
    expect(result).toHaveProperty('message', expect.stringContaining(message));
  });
});
