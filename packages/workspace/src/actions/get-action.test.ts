import { expect, it } from 'vitest';
import { answered, openDefault } from '../testing/open.ts';

const leadId = '603d2b2f9b1e8a001c8e4f5c';

async function get(actionId: string, of = leadId) {
  return (await openDefault()).operations.getAction({ path: { leadId: of, actionId } });
}

it('a custom action is returned with its bare code and its values', async () => {
  expect(await answered(get('603d2b2f9b1e8a001c8e4f5d'))).toEqual({
    type: '1001',
    fields: { note: 'Site visit completed' },
  });
});

it('a payment is returned with the documented keys and no others', async () => {
  expect(await answered(get('603d2b2f9b1e8a001c8e4f5e'))).toEqual({
    type: 'PAYMENT',
    status: 'PENDING',
    currency: 'INR',
    amount: '5000',
  });
});

it('an action of another lead is not found', async () => {
  const wonLead = '603d2b2f9b1e8a001c8e4f6a';
  expect(await get('603d2b2f9b1e8a001c8e4f5d', wonLead)).toMatchObject({
    code: 'ACTION_NOT_FOUND',
  });
});
