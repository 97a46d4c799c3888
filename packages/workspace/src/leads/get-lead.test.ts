import { expect, it } from 'vitest';
import { answered, openDefault } from '../testing/open.ts';

const path = { leadId: '603d2b2f9b1e8a001c8e4f5c' };

it('without includeActions it returns only fields, whatever skip and limit are', async () => {
  const { operations } = await openDefault();
  const lead = await answered(operations.getLead({ path, query: { skip: 1, limit: 1 } }));
  expect(Object.keys(lead)).toEqual(['fields']);
});

it('a page of the timeline is newest first and contains every type', async () => {
  const { operations } = await openDefault();
  const query = { includeActions: true, skip: 1, limit: 3 };
  const lead = await answered(operations.getLead({ path, query }));
  expect(lead.actions?.map(({ type }) => type)).toEqual([
    'OUTGOING_CALL',
    'PAYMENT',
    'OUTGOING_CALL',
  ]);
  expect([lead.actions_skip, lead.actions_limit]).toEqual([1, 3]);
});

it('a page has ten entries by default', async () => {
  const { operations } = await openDefault();
  const lead = await answered(operations.getLead({ path, query: { includeActions: true } }));
  expect([lead.actions_skip, lead.actions_limit]).toEqual([0, 10]);
});

it('changing a response does not change the lead', async () => {
  const { operations } = await openDefault();
  const { fields } = await answered(operations.getLead({ path }));
  (fields.interests as string[]).push('changed');
  const again = await answered(operations.getLead({ path }));
  expect(again.fields.interests).toEqual(['VIP']);
});
