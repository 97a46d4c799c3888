import { expect, it } from 'vitest';
import { leadFields } from './lead-fields.ts';

it('identifies leads by phone by default', () => {
  const identifiers = leadFields([]).filter(({ isLeadid }) => isLeadid);
  expect(identifiers.map(({ apiName }) => apiName)).toEqual(['phone']);
});

it('identifies leads by a field with isLeadid instead, even a standard one', () => {
  const fields = leadFields([{ apiName: 'email', type: 'email', isLeadid: true }]);
  expect(fields.map(({ apiName }) => apiName)).toEqual([
    'name',
    'phone',
    'email',
    'rating',
    'status',
    'assignee',
  ]);
  expect(fields.filter(({ isLeadid }) => isLeadid).map(({ apiName }) => apiName)).toEqual([
    'email',
  ]);
});
