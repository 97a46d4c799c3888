import { expect, it } from 'vitest';
import { createActionMatcher, createLeadMatcher, type FieldCondition } from './query.ts';

const lead = {
  id: 'a',
  identifier: '919999999999',
  fields: { name: 'Jane', rating: 4, interests: ['VIP', 'New'], visit: 1000 },
  createdOn: 50,
  modifiedOn: 60,
};

it.each<[FieldCondition, boolean]>([
  [{ field: 'name', anyOf: ['jane'] }, true],
  [{ field: 'name', anyOf: ['jan'] }, false],
  [{ field: 'rating', anyOf: ['3', '4'] }, true],
  [{ field: 'interests', anyOf: ['new'] }, true],
  [{ field: 'interests', anyOf: [] }, false],
  [{ field: 'city', anyOf: ['pune'] }, false],
  [{ field: 'constructor', anyOf: ['x'] }, false],
  [{ field: 'visit', from: 1000, to: 1000 }, true],
  [{ field: 'visit', from: 1001 }, false],
  [{ field: 'name', to: 1 }, false],
])('matches a field with %j: %s', (condition, meets) => {
  expect(createLeadMatcher({ fields: [condition] })(lead)).toBe(meets);
});

it('matches a lead only if it meets all conditions of a query', () => {
  const fields = [{ field: 'name', anyOf: ['jane'] }];
  expect(createLeadMatcher({ fields, createdOn: { from: 50 }, modifiedOn: { to: 60 } })(lead)).toBe(
    true,
  );
  expect(createLeadMatcher({ fields, createdOn: { from: 51 } })(lead)).toBe(false);
  expect(createLeadMatcher({ fields, modifiedOn: { to: 59 } })(lead)).toBe(false);
});

it.each([
  ['a', true],
  ['99999', true],
  ['jan', true],
  ['vi', true],
  ['100', true],
  ['rating', false],
  ['vip,new', false],
])('matches the text %s with a part of the lead: %s', (text, meets) => {
  expect(createLeadMatcher({ fields: [], text })(lead)).toBe(meets);
});

it('matches an action only if it meets all conditions of a query', () => {
  const action = {
    ...{ id: 'x', leadId: 'a', type: 'OUTGOING_CALL', performedBy: 'Agent@company.com' },
    ...{ createdOn: 5, modifiedOn: 5 },
  };
  expect(createActionMatcher({})(action)).toBe(true);
  const query = { types: ['outgoing_call'], performedBy: ['agent@company.com'], from: 5, to: 5 };
  expect(createActionMatcher(query)(action)).toBe(true);
  expect(createActionMatcher({ ...query, to: 4 })(action)).toBe(false);
  expect(createActionMatcher({ ...query, types: ['1001'] })(action)).toBe(false);
  expect(createActionMatcher({ ...query, performedBy: ['else@company.com'] })(action)).toBe(false);
});
