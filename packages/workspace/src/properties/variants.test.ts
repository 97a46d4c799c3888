import { describe, expect, it } from 'vitest';
import type { Variants } from '../index.ts';
import { expectSuccess, open } from '../testing/open.ts';
import { violations } from '../testing/spec.ts';

const fields = { phone: '919999999999', status: 'Won', rating: 4, assignee: 'agent@company.com' };

async function lead(variants: Variants) {
  const workspace = await open({ variants });
  const created = await expectSuccess(
    workspace.operations.createLead({
      body: { fields, actions: [{ type: '1001', fields: { note: 'a' } }] },
    }),
  );
  return { ...workspace, leadId: created.lead_id, actionId: created.actions[0]?.action_id ?? '' };
}

describe('variants', () => {
  it('returns rows of a search as documented', async () => {
    const { operations } = await lead({ documentedSearchRows: true });
    const found = await operations.searchLeads({ body: {} });
    expect(violations('searchLeads', found)).toEqual([]);
    expect((await expectSuccess(found)).data).toEqual([{ fields }]);
  });

  it('returns rows of a search with an empty status in their fields', async () => {
    const { operations } = await lead({ emptyStatusInSearchRows: true });
    const found = await operations.searchLeads({ body: { fields: { status: ['Won'] } } });
    expect(violations('searchLeads', found)).toEqual([]);
    expect((await expectSuccess(found)).data).toMatchObject([
      { status: 'Won', fields: { ...fields, status: '' } },
    ]);
  });

  it('returns custom actions with their full code, and accepts the bare code', async () => {
    const { operations, leadId, actionId } = await lead({ prefixedActionTypes: true });
    const path = { leadId, actionId };
    const read = await operations.getAction({ path });
    expect(violations('getAction', read)).toEqual([]);
    expect(await expectSuccess(read)).toEqual({ type: 'ACTION_1001', fields: { note: 'a' } });
    const query = { includeActions: true };
    expect(await expectSuccess(operations.getLead({ path, query }))).toMatchObject({
      actions: [{ type: 'ACTION_1001' }],
    });
    const body = { type: '1001' };
    expect(await expectSuccess(operations.searchActions({ path, body }))).toMatchObject({
      data: [{ type: 'ACTION_1001' }],
    });
    const update = { type: '1001', fields: { note: 'b' } };
    expect(await expectSuccess(operations.updateAction({ path, body: update }))).toEqual({
      type: 'ACTION_1001',
      fields: { note: 'b' },
    });
  });

  it('fails a search by assignee and statuses', async () => {
    const { operations } = await lead({ failOnAssigneeWithStatuses: true });
    const search = (filter: object) => operations.searchLeads({ body: { fields: filter } });
    const assignee = fields.assignee;
    expect(await search({ assignee, status: ['Won', 'Lost'] })).toMatchObject({
      ok: false,
      code: 'INTERNAL_SERVER_ERROR',
    });
    expect(await search({ assignee, status: 'Won' })).toMatchObject({ data: { total_count: 1 } });
    expect(await search({ status: ['Won'] })).toMatchObject({ data: { total_count: 1 } });
  });

  it('does not change a locked field in updates', async () => {
    const customFields = [
      { apiName: 'plan', type: 'text', lockAfterCreate: true },
      { apiName: 'city', type: 'text' },
    ] as const;
    const { operations, ingest } = await open({
      customFields,
      variants: { enforceLockAfterCreate: true },
    });
    const phone = '919999999999';
    const body = { fields: { phone, plan: 'Basic', city: 'Pune' } };
    const { lead_id: leadId } = await expectSuccess(operations.createLead({ body }));
    const change = { plan: 'Gold', city: 'Mumbai' };
    const updated = await operations.updateLead({ path: { leadId }, body: { fields: change } });
    expect(updated).toMatchObject({
      data: { fields: { plan: 'Basic', city: 'Mumbai' } },
      dropped: [{ field: 'fields.plan' }],
    });
    for (const plan of ['Gold', '']) {
      expect(await ingest({ fields: { phone, plan, city: 'Delhi' } })).toMatchObject({
        outcome: 'UPDATED',
        remarks: [{ field: 'fields.plan', status: 'IGNORED' }],
      });
    }
    expect(await expectSuccess(operations.getLead({ path: { leadId } }))).toEqual({
      fields: { phone, plan: 'Basic', city: 'Delhi' },
    });
  });

  it('has all variants off by default', async () => {
    const { operations, leadId } = await lead({});
    const { data } = await expectSuccess(operations.searchLeads({ body: {} }));
    expect(data).toMatchObject([{ id: leadId, status: 'Won', fields: { status: 'Won' } }]);
  });
});
