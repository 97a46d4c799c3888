import { describe, expect, it } from 'vitest';
import { expectSuccess, openDefault } from '../testing/open.ts';

const leadId = '603d2b2f9b1e8a001c8e4f5c';
const april2026 = { from: '01/04/2026 00:00:00', to: '30/04/2026 23:59:59' };
const payment = { type: 'PAYMENT', status: 'PENDING', currency: 'INR', amount: '10000' };
const jane = { name: 'Jane Doe', phone: '919999999999', email: 'jane.doe@example.com' };

describe('the calls of telecrm’s own pages, in the order of each page', () => {
  it('Actions: examples', async () => {
    const { operations } = await openDefault();
    const create = (...actions: unknown[]) =>
      expectSuccess(operations.createActions({ path: { leadId }, body: { actions } }));
    const visit = { type: '1001', fields: { note: 'Site visit completed', outcome: 'Interested' } };
    expect(await create(visit)).toMatchObject({ actions: [{ status: 'CREATED' }], remarks: [] });
    const { actions } = await create(payment);
    const path = { leadId, actionId: actions[0]?.action_id ?? '' };
    await expectSuccess(
      operations.updateAction({ path, body: { type: 'PAYMENT', status: 'COMPLETED' } }),
    );
    const search = { type: 'OUTGOING_CALL', created_on: april2026 };
    expect(await expectSuccess(operations.searchActions({ path, body: search }))).toMatchObject({
      data: [{ type: 'OUTGOING_CALL' }],
      total_count: 1,
      skip: 0,
      limit: 10,
    });
    expect(await expectSuccess(operations.getAction({ path }))).toEqual({
      type: 'PAYMENT',
      status: 'COMPLETED',
      currency: 'INR',
      amount: '10000',
    });
    const demo = { type: '1001', fields: { note: 'Demo scheduled' } };
    expect(await create(demo, { ...payment, amount: '0' })).toEqual({
      lead_id: leadId,
      actions: [
        { action_id: expect.any(String), status: 'CREATED' },
        { action_id: null, status: 'IGNORED' },
      ],
      remarks: [
        {
          field: 'actions[1].fields.amount',
          status: 'IGNORED',
          remark: 'Amount must be greater than 0',
        },
      ],
    });
  });

  it('Update an action', async () => {
    const { operations } = await openDefault();
    const note = { type: '1001', fields: { note: 'Follow-up completed' } };
    const visit = { leadId, actionId: '603d2b2f9b1e8a001c8e4f5d' };
    expect(await expectSuccess(operations.updateAction({ path: visit, body: note }))).toEqual(note);
    const path = { leadId, actionId: '603d2b2f9b1e8a001c8e4f5e' };
    const body = { type: 'PAYMENT', status: 'COMPLETED' };
    expect(await expectSuccess(operations.updateAction({ path, body }))).toEqual({
      type: 'PAYMENT',
      status: 'COMPLETED',
      currency: 'INR',
      amount: '5000',
    });
  });

  it('Leads: examples', async () => {
    const { operations } = await openDefault();
    const fields = {
      ...jane,
      contact_source: 'Website',
      interests: ['VIP', 'Returning'],
      deal_size: 1000,
    };
    const visit = { type: '1001', fields: { note: 'Site visit completed', outcome: 'Interested' } };
    const created = await expectSuccess(
      operations.createLead({ body: { fields, actions: [visit] } }),
    );
    expect(created).toMatchObject({ actions: [{ status: 'CREATED' }], remarks: [] });
    const byPhone = { fields: { phone: '919999999999' } };
    const found = await expectSuccess(operations.searchLeads({ body: byPhone }));
    expect(found).toMatchObject({ data: [{ fields }], total_count: 1 });
    const won = {
      fields: { status: ['Won'] },
      actions: {
        type: ['OUTGOING_CALL'],
        performed_by: 'agent@company.com',
        performed_at: april2026,
      },
    };
    expect(
      await expectSuccess(operations.searchLeads({ query: { limit: 50 }, body: won })),
    ).toMatchObject({
      data: [{ fields: { status: 'Won' } }],
      total_count: 1,
      limit: 50,
    });
    const body = { fields: { status: 'Qualified', rating: 5 } };
    expect(await expectSuccess(operations.updateLead({ path: { leadId }, body }))).toMatchObject(
      body,
    );
  });

  it('Leads: examples, the partial success', async () => {
    const { operations } = await openDefault();
    const body = {
      fields: { ...jane, rating: 6 },
      actions: [{ type: '1001', fields: { email: 'jane.doe' } }],
    };
    expect(await expectSuccess(operations.createLead({ body }))).toEqual({
      lead_id: expect.any(String),
      actions: [{ action_id: null, status: 'IGNORED' }],
      remarks: [
        { field: 'fields.rating', status: 'IGNORED', remark: 'Rating must be between 1 and 5' },
        { field: 'actions[0].fields.email', status: 'IGNORED', remark: 'Email is invalid' },
      ],
    });
  });

  it('Actions, and create or update lead', async () => {
    const { ingest } = await openDefault();
    const fields = { note: 'Site visit completed' };
    const actions = [
      { type: 'ACTION_1001', fields },
      { ...payment, status: 'COMPLETED' },
    ];
    const dated = { ...fields, visit_date: '01/01/2023 10:30:00', outcome: 'Interested' };
    for (const body of [
      { fields: { phone: '919999999999' }, actions },
      { fields: { phone: '919999999999' }, actions: [{ type: 'ACTION_1001', fields: dated }] },
      { fields: jane, actions: [{ type: 'ACTION_1001', fields }] },
    ]) {
      const ingestion = await ingest(body);
      expect(ingestion.remarks).toEqual([]);
      expect(ingestion.actions.map(({ status }) => status)).toEqual(
        body.actions.map(() => 'CREATED'),
      );
    }
  });
});
