import { expect, it } from 'vitest';
import { expectSuccess, openDefault } from '../testing/open.ts';

const leadId = '603d2b2f9b1e8a001c8e4f5c';

async function get(actionId: string, of = leadId) {
  return (await openDefault()).operations.getAction({ path: { leadId: of, actionId } });
}

it('returns a custom action with its bare code and its values', async () => {
  expect(await expectSuccess(get('603d2b2f9b1e8a001c8e4f5d'))).toEqual({
    type: '1001',
    fields: { note: 'Site visit completed' },
  });
});

it('returns a payment with the documented keys and no others', async () => {
  expect(await expectSuccess(get('603d2b2f9b1e8a001c8e4f5e'))).toEqual({
    type: 'PAYMENT',
    status: 'PENDING',
    currency: 'INR',
    amount: '5000',
  });
});

it('does not find an action of another lead', async () => {
  const wonLead = '603d2b2f9b1e8a001c8e4f6a';
  expect(await get('603d2b2f9b1e8a001c8e4f5d', wonLead)).toMatchObject({
    code: 'ACTION_NOT_FOUND',
  });
});
