import { expect, it } from 'vitest';
import { open } from '../../testing/open.ts';
import { reasonOf, storedAs } from '../../testing/parse.ts';

it('a dropdown accepts any label, known or not', () => {
  expect(storedAs('dropdown', 'Website')).toBe('Website');
  expect(storedAs('dropdown', 'A new one')).toBe('A new one');
});

it.each(['', '  ', 3, {}, [['Website']]])('%j is not a label of a dropdown', (value) => {
  expect(reasonOf('dropdown', value)).toMatch(
    /^Field must be one of its options: send an option's label, such as "Website", instead of an? /,
  );
});

it('a status is a label of the pipeline, with its exact spelling', () => {
  expect(storedAs('status', 'Fresh')).toBe('Fresh');
  expect(reasonOf('status', 'fresh')).toBe(
    'Field must be an active label of the pipeline: did you mean "Fresh"?',
  );
});

it.each(['Archived', 1, null, ''])(
  'status %j is invalid, and the fix names the valid ones',
  (value) => {
    expect(reasonOf('status', value)).toContain('send one of `Fresh`, `Won`');
  },
);

it('a lost reason is also a label of the pipeline', () => {
  expect(storedAs('lostReason', 'No Need')).toBe('No Need');
  expect(reasonOf('lostReason', 'No Needs')).toContain('did you mean "No Need"?');
});

it('an active user is a team member, ignoring case', () => {
  expect(storedAs('activeUsers', ' AGENT@company.com ')).toBe('Agent@company.com');
});

it.each(['nobody@company.com', 5, null])('%j is not a team member', (value) => {
  expect(reasonOf('activeUsers', value)).toBe(
    'Field is not a team member: send the email address of a team member, such as Agent@company.com',
  );
});

it('an active user is a single member', () => {
  expect(reasonOf('activeUsers', ['agent@company.com'])).toContain('not an array');
});

it('the fix has an example address even if the workspace has no team', async () => {
  const customFields = [{ apiName: 'owner', type: 'activeUsers' }];
  const { ingest } = await open({ customFields, teamMembers: [] });
  const { remarks } = await ingest({ fields: { phone: '919999999999', owner: 'a@b.co' } });
  expect(remarks).toMatchObject([
    { remark: expect.stringContaining('address of a team member, such as agent@company.com') },
  ]);
});
