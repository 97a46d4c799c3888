import { expect, it } from 'vitest';
import { open } from '../../testing/open.ts';
import { refusalOf, storedAs } from '../../testing/parse.ts';

it('a dropdown takes any label, known or not', () => {
  expect(storedAs('dropdown', 'Website')).toBe('Website');
  expect(storedAs('dropdown', 'A new one')).toBe('A new one');
});

it.each(['', '  ', 3, {}, [['Website']]])('%j is no label of a dropdown', (value) => {
  expect(refusalOf('dropdown', value)).toMatch(
    /^Field must be one of its options: send an option's label, such as "Website", instead of an? /,
  );
});

it('a status is a label of the pipeline, spelt as there', () => {
  expect(storedAs('status', 'Fresh')).toBe('Fresh');
  expect(refusalOf('status', 'fresh')).toBe(
    'Field must be an active label of the pipeline: did you mean "Fresh"?',
  );
});

it.each(['Archived', 1, null, ''])('status %j is not offered, and what is gets named', (value) => {
  expect(refusalOf('status', value)).toContain('send one of `Fresh`, `Won`');
});

it('a lost reason is a label of the pipeline too', () => {
  expect(storedAs('lostReason', 'No Need')).toBe('No Need');
  expect(refusalOf('lostReason', 'No Needs')).toContain('did you mean "No Need"?');
});

it('an active user is a member of the team, in whatever case', () => {
  expect(storedAs('activeUsers', ' AGENT@company.com ')).toBe('Agent@company.com');
});

it.each(['nobody@company.com', 5, null])('%j is not of the team', (value) => {
  expect(refusalOf('activeUsers', value)).toBe(
    'Field is not a team member: send the email address of a team member, such as Agent@company.com',
  );
});

it('an active user is one, not several', () => {
  expect(refusalOf('activeUsers', ['agent@company.com'])).toContain('not an array');
});

it('a workspace without a team names an address all the same', async () => {
  const customFields = [{ apiName: 'owner', type: 'activeUsers' }];
  const { ingest } = await open({ customFields, teamMembers: [] });
  const { remarks } = await ingest({ fields: { phone: '919999999999', owner: 'a@b.co' } });
  expect(remarks).toMatchObject([
    { remark: expect.stringContaining('address of a team member, such as agent@company.com') },
  ]);
});
