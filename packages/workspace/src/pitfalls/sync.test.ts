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
const seeded = '603d2b2f9b1e8a001c8e4f5c';
const visit = { leadId: seeded, actionId: '603d2b2f9b1e8a001c8e4f5d' };
const payment = { leadId: seeded, actionId: '603d2b2f9b1e8a001c8e4f5e' };
const call = { leadId: seeded, actionId: '603d2b2f9b1e8a001c8e4f5f' };
const john = {
  name: 'John Doe',
  email: 'john.doe@example.com',
  phone_number: '919876543210',
  role: 'CALLER',
};

describe('Sync API, leads', () => {
  it('E2.1 a created lead may lack some of what was sent, and the remarks say which', async () => {
    const workspace = await openDefault();
    const body = { fields: { phone, rating: 6 } };
    const { lead_id, remarks } = await expectSuccess(workspace.operations.createLead({ body }));
    expect(remarks).toEqual([
      { field: 'fields.rating', status: 'IGNORED', remark: 'Rating must be between 1 and 5' },
    ]);
    expect(await fieldsOf(workspace, lead_id)).toEqual({ phone });
  });

  it('E2.2 an invalid field in an action drops the whole action', async () => {
    const workspace = await openDefault();
    const actions = [{ type: '1001', fields: { note: 'Site visit completed', email: 'jane' } }];
    const written = await expectSuccess(
      workspace.operations.createLead({ body: { fields: { phone }, actions } }),
    );
    expect(written.actions).toEqual([{ action_id: null, status: 'IGNORED' }]);
    expect(remarksOf(written)).toEqual({ 'actions[0].fields.email': 'Email is invalid' });
    expect(await timelineOf(workspace, written.lead_id)).toEqual([]);
  });

  it('E2.3 an unknown status is dropped with a remark on create and without one on update', async () => {
    const workspace = await openDefault();
    const fields = { phone, status: 'Nonsense' };
    const created = await expectSuccess(workspace.operations.createLead({ body: { fields } }));
    expect(remarksOf(created)).toEqual({
      'fields.status': 'Status must be an active label of the pipeline',
    });
    const path = { leadId: created.lead_id };
    const body = { fields: { status: 'Nonsense' } };
    expect(await expectSuccess(workspace.operations.updateLead({ path, body }))).toEqual({
      fields: { phone },
    });
  });

  it('E2.4 an update returns only fields, so dropped values show only in a comparison', async () => {
    const { operations } = await openDefault();
    const body = { fields: { nope: 1, rating: 4 } };
    const updated = await expectSuccess(operations.updateLead({ path: { leadId: seeded }, body }));
    expect(Object.keys(updated)).toEqual(['fields']);
    expect(updated.fields).not.toHaveProperty('nope');
  });

  it('E2.5 the identifier in an update is rejected', async () => {
    const { operations } = await openDefault();
    const body = { fields: { phone: '919812345671' } };
    expect(await operations.updateLead({ path: { leadId: seeded }, body })).toMatchObject({
      code: 'INVALID_LEAD',
    });
  });

  it('E2.6 a duplicate is rejected on create, and nothing is stored', async () => {
    const workspace = await openDefault();
    const leadId = await createdLead(workspace);
    const again = { body: { fields: { phone, name: 'Other' }, actions: [{ type: '1001' }] } };
    expect(await workspace.operations.createLead(again)).toMatchObject({
      code: 'LEAD_ALREADY_EXISTS',
    });
    expect(await fieldsOf(workspace, leadId)).toEqual({ phone });
    expect(await timelineOf(workspace, leadId)).toEqual([]);
  });

  it('E2.7 a search matches whole values only', async () => {
    const { operations } = await openDefault();
    const count = async (name: string) =>
      (await expectSuccess(operations.searchLeads({ body: { fields: { name } } }))).total_count;
    expect([await count('ravi example'), await count('Ravi'), await count('Ravi*')]).toEqual([
      1, 0, 0,
    ]);
  });

  it('E2.8 a status filter is case-sensitive, unlike all others', async () => {
    const { operations } = await openDefault();
    const count = async (fields: object) =>
      (await expectSuccess(operations.searchLeads({ body: { fields } }))).total_count;
    expect(await count({ status: 'Won' })).toBe(1);
    expect(await count({ status: ['wOn', 'won'] })).toBe(0);
    expect(await count({ name: 'wanda WON' })).toBe(1);
  });

  it('E2.9 a row has the ID, which the docs do not promise', async () => {
    const { operations } = await openDefault();
    const { data } = await expectSuccess(
      operations.searchLeads({ body: { fields: { phone: '919812345671' } } }),
    );
    expect(data).toMatchObject([{ id: seeded }]);
  });

  it('E2.10 total_count counts beyond the page', async () => {
    const { operations } = await openDefault();
    const query = { skip: 1, limit: 1 };
    expect(await expectSuccess(operations.searchLeads({ query, body: {} }))).toMatchObject({
      total_count: 2,
      data: [expect.anything()],
    });
  });

  it('E2.12 skip and limit of getLead have no effect without includeActions', async () => {
    const { operations } = await openDefault();
    const query = { skip: 1, limit: 1 };
    const lead = await expectSuccess(operations.getLead({ path: { leadId: seeded }, query }));
    expect(Object.keys(lead)).toEqual(['fields']);
  });
});

describe('Sync API, actions', () => {
  it('E3.1 a batch succeeds even if some entries fail', async () => {
    const { operations } = await openDefault();
    const actions = [{ type: '1001', fields: { email: 'x' } }];
    const written = await expectSuccess(
      operations.createActions({ path: { leadId: seeded }, body: { actions } }),
    );
    expect(written.actions).toEqual([{ action_id: null, status: 'IGNORED' }]);
    expect(remarksOf(written)).toEqual({ 'actions[0].fields.email': 'Email is invalid' });
  });

  it('E3.2 the ACTION_ prefix is rejected, and in a new lead dropped', async () => {
    const { operations } = await openDefault();
    const actions = [{ type: 'ACTION_1001' }];
    expect(
      await operations.createActions({ path: { leadId: seeded }, body: { actions } }),
    ).toMatchObject({ code: 'BAD_REQUEST' });
    const written = await expectSuccess(
      operations.createLead({ body: { fields: { phone }, actions } }),
    );
    expect(remarksOf(written)['actions[0].type']).toContain('send 1001 without ACTION_');
  });

  it('E3.3 a built-in type can be searched, but not written or retrieved individually', async () => {
    const { operations } = await openDefault();
    const path = { leadId: seeded };
    const body = { actions: [{ type: 'OUTGOING_CALL' }] };
    expect(await operations.createActions({ path, body })).toMatchObject({
      message: 'Only custom actions and payment actions can be created',
    });
    expect(await operations.getAction({ path: call })).toMatchObject({
      message: 'Only custom actions and payment actions can be retrieved',
    });
    const search = { type: 'OUTGOING_CALL' };
    expect(await expectSuccess(operations.searchActions({ path, body: search }))).toMatchObject({
      total_count: 2,
    });
  });

  it('E3.4 amount, currency or paymentid in the update of a payment is rejected, with or without a status', async () => {
    const { operations } = await openDefault();
    const body = { type: 'PAYMENT', status: 'COMPLETED', amount: '5000' };
    expect(await operations.updateAction({ path: payment, body })).toMatchObject({
      message: 'Cannot update amount, currency, or paymentid fields for existing payment action.',
    });
    expect(await expectSuccess(operations.getAction({ path: payment }))).toMatchObject({
      status: 'PENDING',
    });
  });

  it('E3.5 an update must repeat the type of the action', async () => {
    const { operations } = await openDefault();
    const fields = { note: 'x' };
    expect(await operations.updateAction({ path: visit, body: { fields } })).toMatchObject({
      ok: false,
    });
    expect(
      await operations.updateAction({ path: visit, body: { type: '1002', fields } }),
    ).toMatchObject({ message: 'Action type must be 1001, the type it was created with' });
  });

  it('E3.6 performed_by accepts email addresses in both searches', async () => {
    const { operations } = await openDefault();
    const performed_by = 'agent@company.com';
    const path = { leadId: seeded };
    expect(
      await expectSuccess(operations.searchActions({ path, body: { performed_by } })),
    ).toMatchObject({
      total_count: 3,
    });
    expect(
      await expectSuccess(operations.searchLeads({ body: { actions: { performed_by } } })),
    ).toMatchObject({ total_count: 2 });
  });
});

describe('Sync API, team members', () => {
  it('E4.2 without a free seat no member can be added, and inactive members keep theirs', async () => {
    const { role: _, ...person } = john;
    const teamMembers = [{ ...person, email: 'idle@example.com', status: 'Inactive' }];
    const { operations } = await open({ teamMembers, seats: 1 });
    expect(await operations.createTeamMember({ body: john })).toMatchObject({
      code: 'BUY_LICENSE',
    });
  });

  it('E4.3 a deleted member is returned only on request', async () => {
    const { operations } = await openDefault();
    const path = { email: 'alex.former@example.com' };
    expect(await operations.getTeamMember({ path })).toMatchObject({
      code: 'TEAM_MEMBER_NOT_FOUND',
    });
    const query = { includeDeleted: true };
    expect(await operations.getTeamMember({ path, query })).toMatchObject({ ok: true });
  });

  it('E4.4 the case of an address does not matter, but whitespace and look-alikes do', async () => {
    const { operations } = await openDefault();
    const get = (email: string) => operations.getTeamMember({ path: { email } });
    expect(await get('Jane.Doe@Example.com')).toMatchObject({ ok: true });
    expect(await get('jane.doe@example.com ')).toMatchObject({ ok: false });
    expect(await get('jаne.doe@example.com')).toMatchObject({ ok: false }); // a Cyrillic а
  });

  it.each(['+919876543210', '+91 98765 43210', '91-9876-5432-10'])(
    'E4.5 the phone number %s of a member is rejected',
    async (phone_number) => {
      const { operations } = await openDefault();
      expect(await operations.createTeamMember({ body: { ...john, phone_number } })).toMatchObject({
        message: 'Invalid phone_number format',
      });
    },
  );
});

describe('Sync API, the enterprise', () => {
  it('E5.1 options are objects with detail and labels without', async () => {
    const { operations } = await openDefault();
    const listOptions = async (detail: boolean) => {
      const { customFields } = await expectSuccess(
        operations.listCustomFields({ query: { detail } }),
      );
      return customFields.find(({ apiName }) => apiName === 'contact_source')?.options?.[0];
    };
    expect([await listOptions(false), await listOptions(true)]).toEqual([
      'Website',
      { id: 'opt_1', label: 'Website' },
    ]);
  });

  it('E5.2 names and codes in paths are case-sensitive', async () => {
    const { operations } = await openDefault();
    expect(await operations.getCustomField({ path: { apiName: 'Phone' } })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await operations.getCustomAction({ path: { code: 'action_1001' } })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('E5.3 a custom action is looked up by ACTION_1001 and written by 1001', async () => {
    const { operations } = await openDefault();
    expect(await operations.getCustomAction({ path: { code: '1001' } })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const body = { actions: [{ type: '1001' }] };
    expect(
      await expectSuccess(operations.createActions({ path: { leadId: seeded }, body })),
    ).toMatchObject({
      actions: [{ status: 'CREATED' }],
    });
  });

  it('E5.4 archived statuses are listed but cannot be written', async () => {
    const { pipeline } = (await openDefault()).definition;
    const stale = { statusid: 9, label: 'Stale', color: '#000000' };
    const [stage] = pipeline.leadStages;
    const leadStages = [{ ...stage, archivedStatuses: [stale] }];
    const { operations } = await open({ pipeline: { ...pipeline, leadStages } });
    expect(await expectSuccess(operations.getLeadStagePipeline())).toMatchObject({
      leadStages: [{ archivedStatuses: [stale] }],
    });
    const body = { fields: { phone, status: 'Stale' } };
    expect(remarksOf(await expectSuccess(operations.createLead({ body })))).toHaveProperty([
      'fields.status',
    ]);
  });
});
