import { describe, expect, it } from 'vitest';
import { answered, openDefault } from '../testing/open.ts';

const leadId = '603d2b2f9b1e8a001c8e4f5c';
const visit = { leadId, actionId: '603d2b2f9b1e8a001c8e4f5d' };
const payment = { leadId, actionId: '603d2b2f9b1e8a001c8e4f5e' };
const call = { leadId, actionId: '603d2b2f9b1e8a001c8e4f5f' };

async function update(path: typeof visit, body: unknown) {
  return (await openDefault()).operations.updateAction({ path, body });
}

describe('a custom action', () => {
  it('gets the fields sent', async () => {
    const body = { type: '1001', fields: { outcome: 'Interested' } };
    expect(await answered(update(visit, body))).toEqual({
      type: '1001',
      fields: { note: 'Site visit completed', outcome: 'Interested' },
    });
  });

  it('is unchanged if no known fields are sent', async () => {
    const same = { type: '1001', fields: { note: 'Site visit completed' } };
    expect(await answered(update(visit, { type: '1001' }))).toEqual(same);
    expect(await answered(update(visit, { type: '1001', fields: { nope: 1 } }))).toEqual(same);
  });

  it.each([
    [{ email: 'x' }, 'Email is invalid'],
    [5, 'Fields must be an object'],
  ])('is rejected with the fields %j', async (fields, message) => {
    expect(await update(visit, { type: '1001', fields })).toMatchObject({ message });
  });

  it('loses a text field that is sent empty', async () => {
    const body = { type: '1001', fields: { note: '' } };
    expect(await answered(update(visit, body))).toEqual({ type: '1001', fields: {} });
  });
});

describe('a payment', () => {
  it('gets the status sent', async () => {
    expect(await answered(update(payment, { type: 'PAYMENT', status: 'COMPLETED' }))).toEqual({
      type: 'PAYMENT',
      status: 'COMPLETED',
      currency: 'INR',
      amount: '5000',
    });
  });

  it('is unchanged without a status', async () => {
    expect(await answered(update(payment, { type: 'PAYMENT' }))).toMatchObject({
      status: 'PENDING',
    });
  });

  it.each([{ amount: '5000' }, { currency: 'INR' }, { paymentid: 'x', status: 'COMPLETED' }])(
    'is rejected with %j, even if that changes nothing',
    async (keys) => {
      expect(await update(payment, { type: 'PAYMENT', ...keys })).toEqual({
        ok: false,
        code: 'BAD_REQUEST',
        message: 'Cannot update amount, currency, or paymentid fields for existing payment action.',
      });
    },
  );

  it('is rejected with an unknown status', async () => {
    expect(await update(payment, { type: 'PAYMENT', status: 'PAID' })).toMatchObject({
      message: expect.stringContaining('Invalid status. Allowed values: PENDING'),
    });
  });
});

it.each([{ type: 'PAYMENT' }, { type: '1002' }])(
  '%j is not the type of the visit',
  async (body) => {
    expect(await update(visit, body)).toMatchObject({
      code: 'BAD_REQUEST',
      message: 'Action type must be 1001, the type it was created with',
    });
  },
);

it.each([
  [visit, {}],
  [visit, null],
  [visit, { type: 'ACTION_1001' }],
  [visit, { type: 1001 }],
  [call, { type: 'OUTGOING_CALL' }],
  [call, { type: '1001' }],
])('%j cannot be updated with %j', async (path, body) => {
  expect(await update(path, body)).toMatchObject({
    message: 'Only custom actions and payment actions can be updated',
  });
});

it('a new label becomes an option of the field', async () => {
  const { operations } = await openDefault();
  await operations.updateAction({
    path: visit,
    body: { type: '1001', fields: { outcome: 'Later' } },
  });
  const action = await answered(operations.getCustomAction({ path: { code: 'ACTION_1001' } }));
  expect(action.fieldSchema.outcome?.options).toEqual(['Interested', 'Not Interested', 'Later']);
});
