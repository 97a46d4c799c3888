import { expect, it } from 'vitest';
import { open } from '../../testing/open.ts';
import { reasonOf, storedAs } from '../../testing/parse.ts';

it('accepts any label of a dropdown, known or not', () => {
  expect(storedAs('dropdown', 'Website')).toBe('Website');
  expect(storedAs('dropdown', 'A new one')).toBe('A new one');
});

it.each(['', '  ', 3, {}, [['Website']]])('rejects %j as a label of a dropdown', (value) => {
  expect(reasonOf('dropdown', value)).toMatch(
    /^Field must be one of its options: send an option's label, such as "Website", instead of an? /,
  );
});

it('accepts a status with the exact spelling of the pipeline', () => {
  expect(storedAs('status', 'Fresh')).toBe('Fresh');
  expect(reasonOf('status', 'fresh')).toBe(
    'Field must be an active label of the pipeline: did you mean "Fresh"?',
  );
});

it.each(['Archived', 1, null, ''])(
  'rejects the status %j, and the fix names the valid ones',
  (value) => {
    expect(reasonOf('status', value)).toContain('send one of `Fresh`, `Won`');
  },
);

it('accepts a lost reason with the exact spelling of the pipeline', () => {
  expect(storedAs('lostReason', 'No Need')).toBe('No Need');
  expect(reasonOf('lostReason', 'No Needs')).toContain('did you mean "No Need"?');
});

it('finds the team member of an active user, ignoring case', () => {
  expect(storedAs('activeUsers', ' AGENT@company.com ')).toBe('Agent@company.com');
});

it.each(['nobody@company.com', 5, null])('rejects %j, which is not a team member', (value) => {
  expect(reasonOf('activeUsers', value)).toBe(
    'Field is not a team member: send the email address of a team member, such as Agent@company.com',
  );
});

it('rejects an active user in an array', () => {
  expect(reasonOf('activeUsers', ['agent@company.com'])).toContain('not an array');
});

it('has an example address in the fix even if the workspace has no team', async () => {
  const customFields = [{ apiName: 'owner', type: 'activeUsers' }];
  const { ingest } = await open({ customFields, teamMembers: [] });
  const { remarks } = await ingest({ fields: { phone: '919999999999', owner: 'a@b.co' } });
  expect(remarks).toMatchObject([
    { remark: expect.stringContaining('address of a team member, such as agent@company.com') },
  ]);
});
