import { expect, it } from 'vitest';
import { expectSuccess, openDefault } from '../testing/open.ts';

const path = { leadId: '603d2b2f9b1e8a001c8e4f5c' };

it('returns only fields without includeActions, whatever skip and limit are', async () => {
  const { operations } = await openDefault();
  const lead = await expectSuccess(operations.getLead({ path, query: { skip: 1, limit: 1 } }));
  expect(Object.keys(lead)).toEqual(['fields']);
});

it('returns a page of the timeline, newest first, with entries of every type', async () => {
  const { operations } = await openDefault();
  const query = { includeActions: true, skip: 1, limit: 3 };
  const lead = await expectSuccess(operations.getLead({ path, query }));
  expect(lead.actions?.map(({ type }) => type)).toEqual([
    'OUTGOING_CALL',
    'PAYMENT',
    'OUTGOING_CALL',
  ]);
  expect([lead.actions_skip, lead.actions_limit]).toEqual([1, 3]);
});

it('returns ten entries per page by default', async () => {
  const { operations } = await openDefault();
  const lead = await expectSuccess(operations.getLead({ path, query: { includeActions: true } }));
  expect([lead.actions_skip, lead.actions_limit]).toEqual([0, 10]);
});

it('does not change the lead when the response is changed', async () => {
  const { operations } = await openDefault();
  const { fields } = await expectSuccess(operations.getLead({ path }));
  (fields.interests as string[]).push('changed');
  const again = await expectSuccess(operations.getLead({ path }));
  expect(again.fields.interests).toEqual(['VIP']);
});
