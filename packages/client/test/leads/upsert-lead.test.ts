import { describe, expect, it } from 'vitest';
import { createSyncClient, customAction, upsertLead } from '../../src/index.ts';
import { startSandbox } from '../../src/testing/index.ts';
import { callsOf, createLead, useSandbox } from '../support/sandbox.ts';
import { startServer } from '../support/server.ts';

const sandbox = useSandbox();
const phone = '919876543210';
const actions = [customAction(1001, { note: 'Called' })];

it('a new lead is created together with its actions', async () => {
  const done = await upsertLead(sandbox.sync, { fields: { phone }, actions });
  expect(done).toMatchObject({ outcome: 'created', lead: { actions: [{ status: 'CREATED' }] } });
  expect(await callsOf(sandbox, 'searchLeads')).toBe(0);
});

it('an existing lead is updated, without its identifier', async () => {
  const leadId = await createLead(sandbox, phone);
  const lead = { fields: { phone: '+91 98765 43210', name: 'Jane Roe' }, actions };
  const done = await upsertLead(sandbox.sync, lead);
  expect(done).toMatchObject({
    outcome: 'updated',
    leadId,
    lead: { fields: { name: 'Jane Roe', phone } },
    actions: { actions: [{ status: 'CREATED' }] },
  });
  const { total_count } = await sandbox.sync.searchActions({ leadId, body: {} });
  expect(total_count).toBe(1);
});

it('an existing lead without new values is not changed', async () => {
  const leadId = await createLead(sandbox, phone);
  const done = await upsertLead(sandbox.sync, { fields: { phone } });
  expect(done).toEqual({
    outcome: 'updated',
    leadId,
    lead: undefined,
    actions: undefined,
    ignored: [],
  });
  expect(await callsOf(sandbox, 'updateLead')).toBe(0);
});

it('a lead that is identified by email is found by its email', async () => {
  const byEmail = {
    customFields: [{ apiName: 'email', type: 'email' as const, isLeadid: true }],
  };
  await using other = await startSandbox({ workspace: byEmail });
  const lead = { fields: { email: 'jane.doe@example.com' } };
  const first = await upsertLead(other.sync, lead, { identifier: 'email' });
  const again = await upsertLead(
    other.sync,
    { fields: { email: 'Jane.Doe@example.com', name: 'Jane' } },
    { identifier: 'email' },
  );
  expect(again).toMatchObject({ outcome: 'updated', leadId: first.leadId });
});

describe('a lead that cannot be updated', () => {
  it('because searches return no IDs, has an error with the fix', async () => {
    await createLead(sandbox, phone);
    const rows = { data: [{ fields: { phone } }], total_count: 1, skip: 0, limit: 10 };
    await sandbox.fail({ operationId: 'searchLeads', status: 200, body: rows });
    const error = await upsertLead(sandbox.sync, { fields: { phone } }).catch((reason) => reason);
    expect(error).toMatchObject({
      code: 'LEAD_NOT_IDENTIFIED',
      cause: { code: 'LEAD_ALREADY_EXISTS' },
    });
    expect(error.message).toContain('Async API');
  });

  it('because it is not found by this field, has an error that asks whether the field is right', async () => {
    await createLead(sandbox, phone);
    const none = { data: [], total_count: 0, skip: 0, limit: 10 };
    await sandbox.fail({ operationId: 'searchLeads', status: 200, body: none });
    await expect(upsertLead(sandbox.sync, { fields: { phone } })).rejects.toMatchObject({
      code: 'LEAD_NOT_IDENTIFIED',
      message: expect.stringContaining('Is phone the field'),
    });
  });

  it('because creating fails in another way, is not searched for', async () => {
    await sandbox.fail({ operationId: 'createLead', status: 500 });
    await expect(upsertLead(sandbox.sync, { fields: { phone } })).rejects.toMatchObject({
      status: 500,
    });
    expect(await callsOf(sandbox, 'searchLeads')).toBe(0);
  });
});

it('the options apply to each step', async () => {
  await using server = await startServer(() => ({ status: 500 }));
  const id = { enterpriseId: 'ent_sandbox', token: 'sandbox-sync-token' };
  const sync = createSyncClient({ ...id, baseUrl: server.url });
  const signal = AbortSignal.abort();
  await expect(upsertLead(sync, { fields: { phone } }, { signal })).rejects.toMatchObject({
    code: 'ABORTED',
  });
  expect(server.received).toEqual([]);
});

describe('a search that finds another lead', () => {
  const rows = (...data: object[]) => ({ data, total_count: data.length, skip: 0, limit: 10 });

  it.each([
    ['another phone', [{ id: '603e', fields: { phone: '919876543211' } }]],
    ['a phone that ends alike', [{ id: '603e', fields: { phone: '0044919876543210' } }]],
    ['no phone', [{ id: '603e', fields: {} }]],
    [
      'two of the same',
      [
        { id: 'a', fields: { phone } },
        { id: 'b', fields: { phone } },
      ],
    ],
  ])('updates no lead: %s', async (_, data) => {
    await createLead(sandbox, phone);
    await sandbox.fail({ operationId: 'searchLeads', status: 200, body: rows(...data) });
    const lead = { fields: { phone, name: 'Jane Roe' }, actions };
    await expect(upsertLead(sandbox.sync, lead)).rejects.toMatchObject({
      code: 'LEAD_NOT_IDENTIFIED',
    });
    expect(await callsOf(sandbox, 'updateLead')).toBe(0);
    expect(await callsOf(sandbox, 'createActions')).toBe(0);
  });
});

describe('fields that are set only on a new lead', () => {
  const createOnly = { status: 'Fresh', name: 'Unknown' };

  it('are set on a new lead, unless the lead has its own values', async () => {
    const lead = { fields: { phone, name: 'Jane' } };
    const { outcome, leadId } = await upsertLead(sandbox.sync, lead, { createOnly });
    const { fields } = await sandbox.sync.getLead({ leadId });
    expect([outcome, fields.name, fields.status]).toEqual(['created', 'Jane', 'Fresh']);
  });

  it('do not change an existing lead', async () => {
    const leadId = await createLead(sandbox, phone);
    await sandbox.sync.updateLead({ leadId, body: { fields: { status: 'Won' } } });
    const { outcome } = await upsertLead(sandbox.sync, { fields: { phone } }, { createOnly });
    const { fields } = await sandbox.sync.getLead({ leadId });
    expect([outcome, fields.name, fields.status]).toEqual(['updated', 'Jane Doe', 'Won']);
  });
});

it('dropped values are reported, whether the lead was new or not', async () => {
  const payment = { type: 'PAYMENT', status: 'PENDING', currency: 'INR', amount: '0' } as const;
  const lead = { fields: { phone, rating: 9 }, actions: [payment] };
  const created = await upsertLead(sandbox.sync, lead);
  expect(created.ignored.map(({ path }) => path)).toEqual([
    'fields.rating',
    'actions[0].fields.amount',
  ]);
  const fields = { phone, status: 'No such status' };
  const updated = await upsertLead(sandbox.sync, { fields, actions: [payment] });
  expect(updated.ignored.map(({ path }) => path)).toEqual([
    'fields.status',
    'actions[0].fields.amount',
  ]);
});

it('a creation without an ID in the response is an error', async () => {
  await sandbox.fail({ operationId: 'createLead', status: 201, body: {} });
  await expect(upsertLead(sandbox.sync, { fields: { phone } })).rejects.toMatchObject({
    code: 'UNEXPECTED_ANSWER',
    mayHaveHappened: true,
  });
});

describe('an updated lead', () => {
  it.each([
    // A response that keeps the old value would pass for the new one without the types of the fields.
    ['another case', { name: 'JANE DOE' }, { name: 'Jane Doe' }],
    ['text like a phone number', { name: '9876543210' }, { name: '919876543210' }],
  ])('is compared by the types of its fields: %s', async (_, fields, stored) => {
    await createLead(sandbox, phone);
    await sandbox.fail({ operationId: 'updateLead', status: 200, body: { fields: stored } });
    const { ignored } = await upsertLead(sandbox.sync, { fields: { phone, ...fields } });
    expect(ignored.map(({ path }) => path)).toEqual(['fields.name']);
  });

  it('is still compared if they cannot be read', async () => {
    await using own = await startSandbox();
    await createLead(own, phone);
    await own.fail({ operationId: 'listCustomFields', status: 403 });
    const fields = { phone, name: 'Jane Roe', status: 'No such status' };
    const { ignored } = await upsertLead(own.sync, { fields });
    expect(ignored.map(({ path }) => path)).toEqual(['fields.status']);
  });
});
