import { describe, expect, it } from 'vitest';
import { defaultDefinition } from '../index.ts';
import { createdLead, expectSuccess, open, openDefault } from '../testing/open.ts';

it('returns the documented metadata with the ID of the workspace', async () => {
  const { operations } = await open({ enterpriseId: 'ent_123456' });
  expect(await expectSuccess(operations.getEnterpriseMetadata())).toEqual({
    name: 'Acme Corporation',
    id: 'ent_123456',
    creationTimeStamp: 1609459200000,
    teamSize: '50-100',
    industry: 'Technology',
    website: 'https://acme.com',
    leadIdentifierFieldId: 'phone',
    integrations: ['WHATSAPP', 'EMAIL', 'SMS'],
  });
});

it.each([
  [{ apiName: 'customer_no', type: 'text', isLeadid: true }],
  [{ apiName: 'email', type: 'email', isLeadid: true }],
])(
  'returns the ID of the field with isLeadid as the identifier field of the metadata: %j',
  async (field) => {
    const { operations } = await open({ customFields: [field] });
    const { leadIdentifierFieldId } = await expectSuccess(operations.getEnterpriseMetadata());
    const query = { detail: true };
    const { customFields } = await expectSuccess(operations.listCustomFields({ query }));
    expect(customFields.filter(({ isLeadid }) => isLeadid)).toMatchObject([
      { id: leadIdentifierFieldId, apiName: field.apiName },
    ]);
  },
);

describe('lead fields', () => {
  it('are listed as summaries, with labels', async () => {
    const { operations } = await openDefault();
    const { customFields } = await expectSuccess(operations.listCustomFields({}));
    expect(customFields).toHaveLength(10);
    expect(customFields).toContainEqual({
      type: 'DROPDOWN',
      apiName: 'contact_source',
      lockAfterCreate: false,
      isLeadid: false,
      options: ['Website', 'Referral', 'Cold Call'],
    });
    expect(customFields).toContainEqual({
      type: 'PHONE',
      apiName: 'phone',
      lockAfterCreate: false,
      isLeadid: true,
    });
  });

  it('are returned in full as documented', async () => {
    const { operations } = await openDefault();
    const path = { apiName: 'contact_source' };
    expect(await expectSuccess(operations.getCustomField({ path }))).toEqual({
      id: '5f8a1b2c3d4e5f6a7b8c9d0e',
      type: 'DROPDOWN',
      apiName: 'contact_source',
      description: 'How the lead was sourced',
      lockAfterCreate: false,
      isLeadid: false,
      options: [
        { id: 'opt_1', label: 'Website' },
        { id: 'opt_2', label: 'Referral' },
        { id: 'opt_3', label: 'Cold Call' },
      ],
    });
  });

  it('get a new option when a lead is sent with a new label', async () => {
    const workspace = await openDefault();
    await createdLead(workspace, { phone: '919999999999', contact_source: 'Wesbite' });
    await createdLead(workspace, { phone: '919999999998', contact_source: 'Wesbite' });
    const path = { apiName: 'contact_source' };
    const { options } = await expectSuccess(workspace.operations.getCustomField({ path }));
    expect(options?.at(-1)).toEqual({ id: 'opt_4', label: 'Wesbite' });
    expect(options).toHaveLength(4);
  });

  it('get a new option only once, however often it is sent', async () => {
    const workspace = await openDefault();
    await createdLead(workspace, { phone: '919999999999', contact_source: 'Referral' });
    const path = { apiName: 'contact_source' };
    const { options } = await expectSuccess(workspace.operations.getCustomField({ path }));
    expect(options?.map(({ label }) => label)).toEqual(['Website', 'Referral', 'Cold Call']);
  });

  it('have the key `options` only if they have any', async () => {
    const customFields = [
      { apiName: 'source', type: 'dropdown' },
      { apiName: 'topics', type: 'tags', options: ['A', 'B'] },
    ];
    const { operations } = await open({ customFields });
    const { customFields: listed } = await expectSuccess(operations.listCustomFields({}));
    expect(listed.filter(({ options }) => options)).toMatchObject([
      { apiName: 'source', options: [] },
      { apiName: 'topics', options: ['A', 'B'] },
    ]);
  });
});

describe('the attributes of fields and actions in a definition', () => {
  it('are in the lists: locked, or owned by telecrm', async () => {
    const { operations } = await open({
      customFields: [{ apiName: 'plan', type: 'text', lockAfterCreate: true }],
      customActions: [{ code: 'ACTION_1', displayName: 'x', fieldSchema: {}, source: 'SYSTEM' }],
    });
    const { customFields } = await expectSuccess(operations.listCustomFields({}));
    const locked = customFields.filter(({ lockAfterCreate }) => lockAfterCreate);
    expect(locked).toMatchObject([{ apiName: 'plan' }]);
    expect(await expectSuccess(operations.listCustomActions({}))).toMatchObject({
      customActions: [{ source: 'SYSTEM' }],
    });
  });
});

describe('the documented attributes of fields', () => {
  it('only date fields have a date format in full responses', async () => {
    const { operations } = await open({ dateFormat: 'MM/dd/yyyy' });
    const query = { detail: true };
    const { customFields } = await expectSuccess(operations.listCustomFields({ query }));
    const formats = customFields.filter((field) => 'dateFormat' in field);
    expect(formats).toMatchObject([{ apiName: 'follow_up_date', dateFormat: 'MM/dd/yyyy' }]);
    const path = { apiName: 'follow_up_date' };
    expect(await expectSuccess(operations.getCustomField({ path }))).toMatchObject({
      dateFormat: 'MM/dd/yyyy',
    });
  });

  it('tags have their labels in the summary and in full', async () => {
    const { operations } = await open({
      customFields: [{ apiName: 'topics', type: 'tags', options: ['A', 'B'] }],
    });
    const { customFields } = await expectSuccess(operations.listCustomFields({}));
    expect(customFields.find(({ apiName }) => apiName === 'topics')?.options).toEqual(['A', 'B']);
    const path = { apiName: 'topics' };
    expect((await expectSuccess(operations.getCustomField({ path }))).options).toEqual([
      { id: 'opt_1', label: 'A' },
      { id: 'opt_2', label: 'B' },
    ]);
  });
});

describe('custom actions', () => {
  it('are listed as summaries', async () => {
    const { operations } = await openDefault();
    expect(await expectSuccess(operations.listCustomActions({}))).toEqual({
      customActions: [
        { code: 'ACTION_1001', displayName: 'Site Visit', score: 10, source: 'USER' },
        { code: 'ACTION_1002', displayName: 'Demo Booked', score: 20, source: 'USER' },
      ],
    });
  });

  it('are listed and returned in full', async () => {
    const { operations } = await openDefault();
    const one = await expectSuccess(operations.getCustomAction({ path: { code: 'ACTION_1001' } }));
    expect(one).toMatchObject({
      id: '5f8a1b2c3d4e5f6a7b8c9d10',
      code: 'ACTION_1001',
      icon: 'map-pin',
      fieldSchema: {
        note: { type: 'TEXT' },
        outcome: { type: 'DROPDOWN', options: ['Interested', 'Not Interested'] },
      },
      allowPredatedActivity: { enabled: true },
    });
    const { customActions } = await expectSuccess(
      operations.listCustomActions({ query: { detail: true } }),
    );
    expect(customActions[0]).toEqual(one);
  });

  it('omit undefined attributes', async () => {
    const action = { code: 'ACTION_7', displayName: 'Note', fieldSchema: {} };
    const { operations } = await open({ customActions: [action] });
    const one = await expectSuccess(operations.getCustomAction({ path: { code: 'ACTION_7' } }));
    expect(one).not.toHaveProperty('icon');
    expect(one.score).toBe(0);
  });
});

it('returns the pipeline of the definition', async () => {
  const { operations } = await openDefault();
  expect(await expectSuccess(operations.getLeadStagePipeline())).toEqual(
    defaultDefinition.pipeline,
  );
});
