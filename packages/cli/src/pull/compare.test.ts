import { expect, it } from 'vitest';
import { compareWorkspaces } from './compare.ts';

const field = { apiName: 'city', type: 'dropdown', options: ['Pune', 'Goa'] };

it('finds no differences in the same content, whatever the order of keys', () => {
  const before = { customFields: [field], pipeline: { leadStages: [], a: 1 } };
  const { apiName, ...rest } = field;
  const after = { pipeline: { a: 1, leadStages: [] }, customFields: [{ ...rest, apiName }] };
  expect(compareWorkspaces(before, after)).toEqual([]);
});

it('reports another order of options and stages', () => {
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

it('names only the address of a member', () => {
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
