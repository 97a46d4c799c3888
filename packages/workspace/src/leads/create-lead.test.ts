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

it('returns a created lead as it was sent', async () => {
  const workspace = await openDefault();
  const fields = {
    name: 'Jane Doe',
    phone,
    email: 'jane.doe@example.com',
    contact_source: 'Website',
    interests: ['VIP', 'Returning'],
    deal_size: 1000,
    follow_up_date: '01/06/2026 10:30:00',
  };
  const { lead_id, remarks } = await expectSuccess(
    workspace.operations.createLead({ body: { fields } }),
  );
  expect(remarks).toEqual([]);
  expect(await fieldsOf(workspace, lead_id)).toEqual({
    ...fields,
    follow_up_date: Date.UTC(2026, 5, 1, 5),
  });
});

it('drops invalid values with a remark in the words of the docs', async () => {
  const workspace = await openDefault();
  const body = {
    fields: { phone, rating: '3', email: 'x', Name: 'Jane' },
    actions: [{ type: '1001', fields: { email: 'x' } }],
  };
  const written = await expectSuccess(workspace.operations.createLead({ body }));
  expect(written.actions).toEqual([{ action_id: null, status: 'IGNORED' }]);
  expect(remarksOf(written)).toEqual({
    'fields.rating': 'Rating must be between 1 and 5',
    'fields.email': 'Email is invalid',
    'fields.Name': '`Name` is not a field of this workspace',
    'actions[0].fields.email': 'Email is invalid',
  });
  expect(await fieldsOf(workspace, written.lead_id)).toEqual({ phone });
});

it('drops an empty text, which has nothing to clear in a new lead', async () => {
  const { operations } = await openDefault();
  const written = await expectSuccess(
    operations.createLead({ body: { fields: { phone, name: '' } } }),
  );
  expect(remarksOf(written)).toEqual({ 'fields.name': 'Name is empty' });
});

it('drops an action with a type that cannot be written, but creates the lead', async () => {
  const workspace = await openDefault();
  const actions = [
    { type: 'SYSTEM_NOTE', text: 'hi' },
    { type: '1001' },
    { type: 'ACTION_1001' },
    5,
  ];
  const body = { fields: { phone }, actions };
  const written = await expectSuccess(workspace.operations.createLead({ body }));
  expect(written.actions.map(({ status }) => status)).toEqual([
    'IGNORED',
    'CREATED',
    'IGNORED',
    'IGNORED',
  ]);
  expect(remarksOf(written)).toEqual({
    'actions[0].type': 'Only custom actions and payment actions can be created',
    'actions[2].type':
      'Only custom actions and payment actions can be created; send 1001 without ACTION_',
    'actions[3]': 'An action must be an object, not a number',
  });
  expect(await timelineOf(workspace, written.lead_id)).toHaveLength(1);
});

it('adds a remark for keys next to fields and actions', async () => {
  const { operations } = await openDefault();
  const body = { fields: { phone }, actions: 'none', tags: ['x'], name: 'Jane', '': 1 };
  expect(remarksOf(await expectSuccess(operations.createLead({ body })))).toEqual({
    actions: 'Actions must be an array',
    tags: '`tags` is ignored next to `fields` and `actions`',
    name: '`name` is ignored next to `fields` and `actions`',
    '""': '`` is ignored next to `fields` and `actions`',
  });
});

describe('the lead identifier', () => {
  it.each([undefined, null, [], {}, { fields: 5 }, { fields: {} }, { fields: { phone: '' } }])(
    'is missing in %j',
    async (body) => {
      const { operations } = await openDefault();
      expect(await operations.createLead({ body })).toEqual({
        ok: false,
        code: 'BAD_REQUEST',
        message: 'The lead identifier is missing in fields',
      });
    },
  );

  it('rejects a lead with an invalid identifier, with the remark as message', async () => {
    const { operations } = await openDefault();
    const body = { fields: { phone: '99999' } };
    expect(await operations.createLead({ body })).toMatchObject({ message: 'Phone is invalid' });
  });

  it.each(['+919999999999', '9999999999'])(
    'treats %j as the identifier of the lead 919999999999',
    async (same) => {
      const workspace = await open();
      await createdLead(workspace);
      expect(await workspace.operations.createLead({ body: { fields: { phone: same } } })).toEqual({
        ok: false,
        code: 'LEAD_ALREADY_EXISTS',
        message: 'A lead with this identifier already exists.',
      });
    },
  );

  it.each([
    [{ apiName: 'email', type: 'EMAIL' }, 'Jane@Example.com', ' jane@example.com '],
    [{ apiName: 'customer_no', type: 'TEXT' }, 'CUST-04821', 'cust-04821'],
  ])('accepts another field as identifier: %j', async (field, value, same) => {
    const workspace = await open({ customFields: [{ ...field, isLeadid: true }] });
    await createdLead(workspace, { [field.apiName]: value });
    const again = { body: { fields: { [field.apiName]: same } } };
    expect(await workspace.operations.createLead(again)).toMatchObject({
      code: 'LEAD_ALREADY_EXISTS',
    });
  });

  it('creates one of two concurrent leads with the same identifier', async () => {
    const { operations } = await open();
    const body = { fields: { phone } };
    const both = await Promise.all([
      operations.createLead({ body }),
      operations.createLead({ body }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
