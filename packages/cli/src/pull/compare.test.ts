import { expect, it } from 'vitest';
import { compareWorkspaces } from './compare.ts';

const field = { apiName: 'city', type: 'dropdown', options: ['Pune', 'Goa'] };

it('the same content has no differences, whatever the order of keys', () => {
  const before = { customFields: [field], pipeline: { leadStages: [], a: 1 } };
  const { apiName, ...rest } = field;
  const after = { pipeline: { a: 1, leadStages: [] }, customFields: [{ ...rest, apiName }] };
  expect(compareWorkspaces(before, after)).toEqual([]);
});

it('options and stages in another order are a difference', () => {
  const before = { customFields: [field], pipeline: { leadStages: [{ stageid: 'a' }, {}] } };
  const after = {
    customFields: [{ ...field, options: ['Goa', 'Pune'] }],
    pipeline: { leadStages: [{}, { stageid: 'a' }] },
  };
  expect(compareWorkspaces(before, after)).toEqual([
    { kind: 'option', name: 'city', change: 'changed', detail: 'their order' },
    { kind: 'pipeline', name: 'stages', change: 'changed' },
  ]);
});

it('of a member it names the address alone', () => {
  const member = { email: 'a@example.com', phone_number: '919876543210' };
  const differences = compareWorkspaces(
    { teamMembers: [member] },
    { teamMembers: [{ ...member, phone_number: '919876543211' }, { email: 'b@example.com' }] },
  );
  expect(differences).toEqual([
    { kind: 'member', name: 'b@example.com', change: 'added' },
    { kind: 'member', name: 'a@example.com', change: 'changed' },
  ]);
});
