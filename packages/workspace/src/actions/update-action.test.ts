import { describe, expect, it } from 'vitest';
import { expectSuccess, openDefault } from '../testing/open.ts';

const leadId = '603d2b2f9b1e8a001c8e4f5c';
const visit = { leadId, actionId: '603d2b2f9b1e8a001c8e4f5d' };
const payment = { leadId, actionId: '603d2b2f9b1e8a001c8e4f5e' };
const call = { leadId, actionId: '603d2b2f9b1e8a001c8e4f5f' };

async function update(path: typeof visit, body: unknown) {
  return (await openDefault()).operations.updateAction({ path, body });
}

describe('updateAction of a custom action', () => {
  it('sets the fields sent', async () => {
    const body = { type: '1001', fields: { outcome: 'Interested' } };
    expect(await expectSuccess(update(visit, body))).toEqual({
      type: '1001',
      fields: { note: 'Site visit completed', outcome: 'Interested' },
    });
  });

  it('changes nothing if no known fields are sent', async () => {
    const same = { type: '1001', fields: { note: 'Site visit completed' } };
    expect(await expectSuccess(update(visit, { type: '1001' }))).toEqual(same);
    expect(await expectSuccess(update(visit, { type: '1001', fields: { nope: 1 } }))).toEqual(same);
  });

  it.each([
    [{ email: 'x' }, 'Email is invalid'],
    [5, 'Fields must be an object'],
  ])('rejects the fields %j', async (fields, message) => {
    expect(await update(visit, { type: '1001', fields })).toMatchObject({ message });
  });

  it('clears a text field that is sent empty', async () => {
    const body = { type: '1001', fields: { note: '' } };
    expect(await expectSuccess(update(visit, body))).toEqual({ type: '1001', fields: {} });
  });
});

describe('updateAction of a payment', () => {
  it('sets the status sent', async () => {
    expect(await expectSuccess(update(payment, { type: 'PAYMENT', status: 'COMPLETED' }))).toEqual({
      type: 'PAYMENT',
      status: 'COMPLETED',
      currency: 'INR',
      amount: '5000',
    });
  });

  it('changes nothing without a status', async () => {
    expect(await expectSuccess(update(payment, { type: 'PAYMENT' }))).toMatchObject({
      status: 'PENDING',
    });
  });

  it.each([{ amount: '5000' }, { currency: 'INR' }, { paymentid: 'x', status: 'COMPLETED' }])(
    'rejects %j, even if that changes nothing',
    async (keys) => {
      expect(await update(payment, { type: 'PAYMENT', ...keys })).toEqual({
        ok: false,
        code: 'BAD_REQUEST',
        message: 'Cannot update amount, currency, or paymentid fields for existing payment action.',
      });
    },
  );

  it('rejects an unknown status', async () => {
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
])('rejects an update of %j with %j', async (path, body) => {
  expect(await update(path, body)).toMatchObject({
    message: 'Only custom actions and payment actions can be updated',
  });
});

it('adds a new label to the options of the field', async () => {
  const { operations } = await openDefault();
  await operations.updateAction({
    path: visit,
    body: { type: '1001', fields: { outcome: 'Later' } },
  });
  const action = await expectSuccess(operations.getCustomAction({ path: { code: 'ACTION_1001' } }));
  expect(action.fieldSchema.outcome?.options).toEqual(['Interested', 'Not Interested', 'Later']);
});
