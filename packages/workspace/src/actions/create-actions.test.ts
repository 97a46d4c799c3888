import { describe, expect, it } from 'vitest';
import {
  createdLead,
  expectSuccess,
  open,
  openDefault,
  remarksOf,
  timelineOf,
} from '../testing/open.ts';

const payment = { type: 'PAYMENT', status: 'PENDING', currency: 'INR', amount: '5000' };

async function lead() {
  const workspace = await openDefault();
  const leadId = await createdLead(workspace);
  const send = (...actions: unknown[]) =>
    workspace.operations.createActions({ path: { leadId }, body: { actions } });
  return { workspace, leadId, send, stored: () => timelineOf(workspace, leadId) };
}

it('appends actions in the order sent, so that the last is the newest', async () => {
  const { send, stored, leadId } = await lead();
  const written = await expectSuccess(
    send({ type: '1001', fields: { note: 'a' } }, payment, { type: '1002' }),
  );
  expect(written).toMatchObject({ lead_id: leadId, remarks: [] });
  const timeline = await stored();
  expect(timeline.map(({ type }) => type)).toEqual(['1002', 'PAYMENT', '1001']);
  expect(timeline.map(({ id }) => id).reverse()).toEqual(
    written.actions.map(({ action_id }) => action_id),
  );
});

it('drops an action with an invalid value, and stores the others', async () => {
  const { send, stored } = await lead();
  const bad = { type: '1001', fields: { note: 'b', email: 'x', visit_date: '2026-01-01' } };
  const written = await expectSuccess(send({ type: '1001', fields: { note: 'a' } }, bad, payment));
  expect(written.actions.map(({ status }) => status)).toEqual(['CREATED', 'IGNORED', 'CREATED']);
  expect(remarksOf(written)).toEqual({
    'actions[1].fields.email': 'Email is invalid',
    'actions[1].fields.visit_date': 'Visit date is not a valid date',
  });
  expect(await stored()).toHaveLength(2);
});

it('drops an unknown field, an empty text and an unknown key, but stores their action', async () => {
  const { send, stored } = await lead();
  const written = await expectSuccess(
    send({
      type: '1001',
      fields: { note: '', nope: 1, outcome: 'Interested' },
      text: 'x',
      note: 'y',
    }),
  );
  expect(remarksOf(written)).toEqual({
    'actions[0].fields.note': 'Note is empty',
    'actions[0].fields.text': '`text` is ignored next to `type` and `fields`',
    'actions[0].fields.nope': '`nope` is not a field of this action',
  });
  expect(await stored()).toMatchObject([{ fields: { outcome: 'Interested' } }]);
});

it('drops an action with a label that is not in the pipeline', async () => {
  const fieldSchema = { stage: { type: 'status' }, note: { type: 'text' } };
  const customActions = [{ code: 'ACTION_7', displayName: 'Moved', fieldSchema }];
  const { ingest } = await open({ customActions });
  const ingestion = await ingest({
    fields: { phone: '919999999999' },
    actions: [{ type: 'ACTION_7', fields: { stage: 'Nonsense', note: 'x' } }],
  });
  expect(ingestion.actions).toEqual([{ action_id: null, status: 'IGNORED' }]);
  expect(remarksOf(ingestion)).toHaveProperty(['actions[0].fields.stage']);
});

it('drops an action whose fields are not an object', async () => {
  const { send } = await lead();
  const written = await expectSuccess(send({ type: '1001', fields: 'note' }));
  expect(remarksOf(written)).toEqual({ 'actions[0]': 'Fields must be an object, not a string' });
});

describe('a payment', () => {
  it.each<[object, Record<string, string>]>([
    [{ amount: '0' }, { amount: 'Amount must be greater than 0' }],
    [{ amount: '0.00' }, { amount: 'Amount must be greater than 0' }],
    [{ amount: '-5' }, { amount: 'Amount must be greater than 0' }],
    [{ amount: 5000 }, { amount: 'Amount must be a numeric string' }],
    [{ amount: 'much' }, { amount: 'Amount must be a numeric string' }],
    [{ amount: undefined }, { amount: 'Amount is required' }],
    [
      { status: 'PAID' },
      {
        status:
          'Invalid status. Allowed values: PENDING, COMPLETED, FAILED, REFUNDED, CANCELLED, PROCESSING',
      },
    ],
    [
      { currency: 'EUR' },
      {
        currency:
          'Invalid currency. Allowed values: INR, USD, PKR, AED, QAR, SAR, MYR, AUD, CAD, SGD, XOF',
      },
    ],
    [
      { status: undefined, currency: undefined },
      { status: 'Status is required', currency: 'Currency is required' },
    ],
  ])('with %j is dropped', async (change, remarks) => {
    const { send, stored } = await lead();
    const written = await expectSuccess(send({ ...payment, ...change }));
    const named = Object.entries(remarks).map(([key, text]) => [`actions[0].fields.${key}`, text]);
    expect(remarksOf(written)).toEqual(Object.fromEntries(named));
    expect(written.actions).toEqual([{ action_id: null, status: 'IGNORED' }]);
    expect(await stored()).toEqual([]);
  });

  it('stores only its own keys', async () => {
    const { send, stored } = await lead();
    const written = await expectSuccess(send({ ...payment, note: 'x' }));
    expect(remarksOf(written)).toEqual({
      'actions[0].fields.note': '`note` is not a key of a payment',
    });
    expect(await stored()).toMatchObject([payment]);
  });

  it('stores the external payment ID, which cannot change after creation', async () => {
    const { send, stored } = await lead();
    expect(remarksOf(await expectSuccess(send({ ...payment, paymentid: 'pay_1' })))).toEqual({});
    expect(await stored()).toMatchObject([{ ...payment, paymentid: 'pay_1' }]);
    expect(remarksOf(await expectSuccess(send({ ...payment, paymentid: 5 })))).toEqual({
      'actions[0].fields.paymentid': '`paymentid` must be a string',
    });
  });
});

it.each<unknown>([
  { type: 'SYSTEM_NOTE', text: 'x' },
  { type: 'OUTGOING_CALL' },
  { type: 'ACTION_1001' },
  { type: '9999' },
  { type: 1001 },
  {},
  5,
])('rejects the whole request and stores nothing if it contains %j', async (action) => {
  const { send, stored } = await lead();
  expect(await send({ type: '1001' }, action)).toEqual({
    ok: false,
    code: 'BAD_REQUEST',
    message: 'Only custom actions and payment actions can be created',
  });
  expect(await stored()).toEqual([]);
});

it.each([undefined, {}, { actions: {} }])(
  'rejects %j, which has no array of actions',
  async (body) => {
    const { workspace, leadId } = await lead();
    expect(await workspace.operations.createActions({ path: { leadId }, body })).toMatchObject({
      message: 'Actions must be an array',
    });
  },
);

it('leaves the fields of the lead unchanged', async () => {
  const { workspace, send } = await lead();
  const before = await expectSuccess(workspace.operations.searchLeads({ body: {} }));
  await send({ type: '1001' });
  expect(await expectSuccess(workspace.operations.searchLeads({ body: {} }))).toEqual(before);
});
