import { describe, expect, it } from 'vitest';
import {
  createdLead,
  expectSuccess,
  fieldsOf,
  open,
  openDefault,
  remarksOf,
  timelineOf,
} from '../testing/open.ts';

const phone = '919999999999';

it('creates a lead for a new identifier', async () => {
  const workspace = await openDefault();
  const ingestion = await workspace.ingest({ fields: { phone, name: 'Jane' } });
  expect(ingestion).toMatchObject({ outcome: 'CREATED', actions: [], remarks: [] });
  expect(await fieldsOf(workspace, ingestion.lead_id ?? '')).toEqual({ phone, name: 'Jane' });
});

it('updates only the fields sent for an existing identifier', async () => {
  const workspace = await openDefault();
  const leadId = await createdLead(workspace, { phone, name: 'Jane', rating: 1 });
  const ingestion = await workspace.ingest({ fields: { phone: '+91 99999 99999', rating: 5 } });
  expect(ingestion).toMatchObject({ outcome: 'UPDATED', lead_id: leadId });
  expect(await fieldsOf(workspace, leadId)).toEqual({ phone, name: 'Jane', rating: 5 });
});

it('clears the field of an existing lead by an empty text, which gets a remark in a new lead', async () => {
  const workspace = await openDefault();
  const body = { fields: { phone, name: '' } };
  expect(remarksOf(await workspace.ingest(body))).toEqual({
    'fields.name': 'Name is empty: leave it out instead of an empty string',
  });
  await workspace.ingest({ fields: { phone, name: 'Jane' } });
  const { remarks, lead_id } = await workspace.ingest(body);
  expect(remarks).toEqual([
    {
      field: 'fields.name',
      status: 'CLEARED',
      remark: 'Name was cleared by an empty string: leave it out to keep its value',
    },
  ]);
  expect(await fieldsOf(workspace, lead_id ?? '')).toEqual({ phone });
  expect((await workspace.ingest(body)).remarks).toEqual([]);
});

it('appends valid actions in order', async () => {
  const workspace = await openDefault();
  const { lead_id, actions, remarks } = await workspace.ingest({
    fields: { phone },
    actions: [
      { type: 'ACTION_1001', fields: { note: 'a' } },
      { type: 'PAYMENT', status: 'COMPLETED', currency: 'INR', amount: '5000' },
      { type: 'ACTION_1001', fields: { visit_date: '2026-01-01' } },
    ],
  });
  expect(actions.map(({ status }) => status)).toEqual(['CREATED', 'CREATED', 'IGNORED']);
  expect(remarks).toHaveLength(1);
  const types = (await timelineOf(workspace, lead_id ?? '')).map(({ type }) => type);
  expect(types).toEqual(['PAYMENT', '1001']);
});

describe('an action type that the Async API does not accept', () => {
  it.each<[unknown, string]>([
    ['1001', 'The Async API drops a bare code: send `ACTION_1001`'],
    [1001, 'The Async API drops a bare code: send `ACTION_1001`'],
    ['action_1001', 'did you mean `ACTION_1001`?'],
    [
      'ACTION_1003',
      'The workspace has no custom action `ACTION_1003`: did you mean `ACTION_1001`?',
    ],
    ['ACTION_LEAD_DETAILS', 'record it as a custom action, such as {"type":"ACTION_1001"'],
    [
      'SYSTEM_NOTE',
      'record it as a custom action, such as {"type":"ACTION_1001","fields":{"note":"…"}}',
    ],
    [undefined, 'The action has no type: send one of `ACTION_1001`, `ACTION_1002` or `PAYMENT`'],
    [null, 'A type cannot be null: send one of'],
  ])('%j is dropped with the fix', async (type, remarkWithFix) => {
    const { ingest } = await openDefault();
    const ingestion = await ingest({ fields: { phone }, actions: [{ type, text: 'hi' }] });
    expect(ingestion).toMatchObject({
      outcome: 'PARTIAL',
      actions: [{ action_id: null, status: 'IGNORED' }],
    });
    expect(remarksOf(ingestion)['actions[0].type']).toContain(remarkWithFix);
  });

  it('the fix refers to the dashboard if no custom action has a text field', async () => {
    const { ingest } = await open({ customActions: [] });
    const { remarks } = await ingest({
      fields: { phone },
      actions: [{ type: 'SYSTEM_NOTE' }, {}, { type: 'ACTION_1' }],
    });
    expect(remarks.map(({ remark }) => remark)).toEqual([
      expect.stringContaining('define a custom action for it in the dashboard'),
      'The action has no type: send `PAYMENT`',
      'The workspace has no custom action `ACTION_1`: send `PAYMENT`',
    ]);
  });
});

describe('a lead without its identifier is dropped', () => {
  it.each<[unknown, Record<string, string>]>([
    [null, { fields: 'send a JSON object' }],
    [['x'], { fields: 'send a JSON object' }],
    [
      { phone },
      { fields: 'wrap them, { "fields": { "phone": … } }', phone: 'move it into `fields`' },
    ],
    [{ fields: 'x' }, { fields: 'wrap them' }],
    [{ fields: {} }, { 'fields.phone': 'send `phone` among the fields' }],
    [{ fields: { email: 'a@b.co' } }, { 'fields.phone': 'send `phone` among the fields' }],
    [{ fields: { Phone: phone } }, { 'fields.phone': 'send `Phone` as `phone`' }],
    [{ fields: { phone_number: phone } }, { 'fields.phone': 'send `phone_number` as `phone`' }],
    [{ fields: { mobile: phone } }, { 'fields.phone': 'send `mobile` as `phone`' }],
    [{ fields: { phone: '99999' } }, { 'fields.phone': 'send country code and national number' }],
    [{ fields: { phone: null } }, { 'fields.phone': 'send a string of digits' }],
  ])('%j, with the reason', async (body, remarkWithFix) => {
    const workspace = await open();
    const ingestion = await workspace.ingest(body);
    expect(ingestion).toMatchObject({ outcome: 'DROPPED', lead_id: null });
    for (const [field, text] of Object.entries(remarkWithFix)) {
      expect(remarksOf(ingestion)[field]).toContain(text);
    }
    const { total_count } = await expectSuccess(workspace.operations.searchLeads({ body: {} }));
    expect(total_count).toBe(0);
  });

  it('drops its actions too, and reports all other problems as well', async () => {
    const { ingest } = await open();
    const ingestion = await ingest({ fields: { rating: '3' }, actions: [{ type: '1001' }, {}] });
    expect(ingestion.actions).toEqual([
      { action_id: null, status: 'IGNORED' },
      { action_id: null, status: 'IGNORED' },
    ]);
    expect(Object.keys(remarksOf(ingestion))).toEqual([
      'fields.phone',
      'fields.rating',
      'actions[0].type',
      'actions[1].type',
    ]);
  });

  it('does not guess an identifier that is a text from its value', async () => {
    const field = { apiName: 'customer_no', type: 'text', isLeadid: true };
    const { ingest } = await open({ customFields: [field] });
    const { remarks } = await ingest({ fields: { phone } });
    expect(remarks[0]?.remark).toContain('send `customer_no` among the fields');
  });
});

it('creates one lead for two concurrent ingestions of the same lead', async () => {
  const { ingest } = await open();
  const both = await Promise.all([1, 2].map((rating) => ingest({ fields: { phone, rating } })));
  expect(both.map(({ outcome }) => outcome).sort()).toEqual(['CREATED', 'UPDATED']);
  expect(new Set(both.map(({ lead_id }) => lead_id)).size).toBe(1);
});

it('the remark on a key next to fields says where to move it', async () => {
  const { ingest } = await openDefault();
  const ingestion = await ingest({ fields: { phone }, name: 'Jane', tags: ['x'] });
  expect(remarksOf(ingestion)).toEqual({
    name: '`name` is ignored next to `fields` and `actions`: move it into `fields`',
    tags: '`tags` is ignored next to `fields` and `actions`: send it as one of the `fields`',
  });
});
