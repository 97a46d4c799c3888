import { describe, expect, it } from 'vitest';
import { fieldTypeNames } from '../fields/index.ts';
import type { OperationId, Result, Workspace } from '../index.ts';
import { expectSuccess, open, openDefault } from '../testing/open.ts';
import { specOperations, violations } from '../testing/spec.ts';

const leadId = '603d2b2f9b1e8a001c8e4f5c';
const visit = { leadId, actionId: '603d2b2f9b1e8a001c8e4f5d' };
const payment = { leadId, actionId: '603d2b2f9b1e8a001c8e4f5e' };
const email = 'jane.doe@example.com';
const john = { name: 'J', email: 'j@example.com', phone_number: '919876543210', role: 'ADMIN' };
const bad = { rating: 9, nope: null, email: 5 };

type Call = (operations: Workspace['operations']) => Promise<Result<unknown>>;

const calls: Record<OperationId, Call[]> = {
  createLead: [
    (o) =>
      o.createLead({ body: { fields: { phone: '9999999999', ...bad }, actions: [5, {}], x: 1 } }),
    (o) => o.createLead({ body: { fields: { phone: '9999999999' }, actions: [{ type: '1001' }] } }),
    (o) => o.createLead({ body: 5 }),
  ],
  getLead: [
    (o) => o.getLead({ path: { leadId } }),
    (o) => o.getLead({ path: { leadId }, query: { includeActions: true, limit: 100 } }),
  ],
  updateLead: [
    (o) => o.updateLead({ path: { leadId }, body: { fields: { name: '', deal_size: 0.5 } } }),
    (o) => o.updateLead({ path: { leadId }, body: { fields: bad } }),
  ],
  searchLeads: [
    (o) => o.searchLeads({ body: {} }),
    (o) => o.searchLeads({ body: { fields: { status: 'x' } }, query: { skip: 5, limit: 100 } }),
    (o) => o.searchLeads({ body: { zzz: 1 } }),
  ],
  createActions: [
    (o) =>
      o.createActions({ path: { leadId }, body: { actions: [{ type: '1001', fields: bad }] } }),
    (o) => o.createActions({ path: { leadId }, body: { actions: [{ type: 'PAYMENT' }] } }),
    (o) => o.createActions({ path: { leadId }, body: { actions: [] } }),
  ],
  getAction: [(o) => o.getAction({ path: visit }), (o) => o.getAction({ path: payment })],
  updateAction: [
    (o) => o.updateAction({ path: visit, body: { type: '1001', fields: { note: 'x' } } }),
    (o) => o.updateAction({ path: payment, body: { type: 'PAYMENT', status: 'FAILED' } }),
    (o) => o.updateAction({ path: payment, body: { type: '1001' } }),
  ],
  searchActions: [
    (o) => o.searchActions({ path: { leadId }, body: {} }),
    (o) => o.searchActions({ path: { leadId }, body: { type: '1001', performed_by: ['x'] } }),
  ],
  listTeamMembers: [
    (o) => o.listTeamMembers({}),
    (o) => o.listTeamMembers({ query: { includeDeleted: true, skip: 3 } }),
  ],
  createTeamMember: [
    (o) => o.createTeamMember({ body: john }),
    (o) => o.createTeamMember({ body: { ...john, password: 'x' } }),
    (o) => o.createTeamMember({ body: {} }),
  ],
  getTeamMember: [
    (o) => o.getTeamMember({ path: { email } }),
    (o) =>
      o.getTeamMember({
        path: { email: 'alex.former@example.com' },
        query: { includeDeleted: true },
      }),
  ],
  updateTeamMemberAvailability: [
    (o) => o.updateTeamMemberAvailability({ body: { email, state: 'Inactive' } }),
    (o) => o.updateTeamMemberAvailability({ body: [] }),
  ],
  getEnterpriseMetadata: [(o) => o.getEnterpriseMetadata()],
  listCustomFields: [
    (o) => o.listCustomFields({}),
    (o) => o.listCustomFields({ query: { detail: true } }),
  ],
  getCustomField: [
    (o) => o.getCustomField({ path: { apiName: 'phone' } }),
    (o) => o.getCustomField({ path: { apiName: '__proto__' } }),
  ],
  listCustomActions: [
    (o) => o.listCustomActions({}),
    (o) => o.listCustomActions({ query: { detail: true } }),
  ],
  getCustomAction: [
    (o) => o.getCustomAction({ path: { code: 'ACTION_1002' } }),
    (o) => o.getCustomAction({ path: { code: '1002' } }),
  ],
  getLeadStagePipeline: [(o) => o.getLeadStagePipeline()],
};

it('covers every operation of the Sync API', async () => {
  const { operations } = await openDefault();
  expect(Object.keys(operations).sort()).toEqual(specOperations.map(({ id }) => id).sort());
});

it('detects a response that violates the spec', () => {
  expect(violations('getLead', { ok: true, data: { fields: { rating: 9 } } })).toHaveLength(1);
  const message = 'x';
  expect(violations('getLead', { ok: false, code: 'BUY_LICENSE', message })).toHaveLength(1);
  expect(
    violations('createTeamMember', {
      ok: false,
      code: 'BAD_REQUEST',
      message,
      details: [{ field: '', message }],
    }),
  ).toHaveLength(1);
});

describe('every response conforms to the spec', () => {
  // The keys of the object above are the operations.
  it.each(Object.keys(calls) as OperationId[])('%s', async (id) => {
    for (const call of calls[id]) {
      const { operations } = await openDefault();
      expect(violations(id, await call(operations))).toEqual([]);
    }
  });
});

it('a response with a value of every type conforms to the spec', async () => {
  const customFields = fieldTypeNames.map((type) => ({ apiName: `a_${type}`, type }));
  const { operations } = await open({ customFields });
  const fields = {
    phone: '919999999999',
    a_text: 'x',
    a_email: 'a@b.co',
    a_phone: '+14155552671',
    a_number: 1.5,
    a_date: '01/01/1969',
    a_dropdown: 'New',
    a_tags: ['a'],
    a_money: '5.00',
    a_website: 'https://example.com',
    a_medialink: 'https://example.com/a.pdf',
    a_activeUsers: 'agent@company.com',
    a_rating: 5,
    a_status: 'Won',
    a_lostReason: 'No Need',
  };
  const created = await expectSuccess(operations.createLead({ body: { fields } }));
  expect(created.remarks).toEqual([]);
  const read = await operations.getLead({ path: { leadId: created.lead_id } });
  expect(violations('getLead', read)).toEqual([]);
  expect(await expectSuccess(read)).toEqual({
    fields: { ...fields, a_phone: '14155552671', a_date: Date.UTC(1968, 11, 31, 18, 30) },
  });
  expect(violations('searchLeads', await operations.searchLeads({ body: {} }))).toEqual([]);
  expect(violations('listCustomFields', await operations.listCustomFields({}))).toEqual([]);
});
