import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkActions,
  checkActionUpdate,
  checkLeadUpdate,
  createWorkspace,
  deterministic,
  type UpdateCheck,
} from '../index.ts';
import { actions, body } from '../testing/arbitraries.ts';

const phone = '919999999999';

describe('checkLeadUpdate', () => {
  it('reports what would be dropped and what is probably unintended', () => {
    const sent = {
      fields: { City: 'Pune', name: '', contact_source: 'Websiet', status: 'No such status' },
      actions: [],
    };
    expect(checkLeadUpdate({}, sent)).toEqual({
      accepted: true,
      dropped: [
        {
          field: 'fields.City',
          reason: '`City` is not a field of this workspace',
          fix: 'look up its API name in the list of fields',
        },
        expect.objectContaining({ field: 'fields.status' }),
        {
          field: 'actions',
          reason: 'An update of a lead cannot contain actions',
          fix: 'send them to `createActions`',
        },
      ],
      warnings: [
        {
          field: 'fields.contact_source',
          reason: 'Contact source has no such option, so telecrm adds it as a new one',
          fix: 'did you mean "Website"?',
        },
      ],
      // An empty value clears its field.
      stored: { fields: { contact_source: 'Websiet' } },
    });
  });

  it.each([
    [{ fields: { phone, name: 'Jane' } }, 'fields.phone', 'Cannot modify lead identifier field'],
    [{ fields: { rating: 9, City: 'x' } }, 'fields.rating', 'Rating must be between 1 and 5'],
    [{ fields: [] }, 'fields', 'Fields must be an object'],
    [null, 'fields', 'Fields must be an object'],
  ])('rejects %j because of %s', (sent, field, reason) => {
    const { accepted, dropped, stored } = checkLeadUpdate({}, sent);
    expect({ accepted, stored }).toEqual({ accepted: false, stored: null });
    expect(dropped).toEqual([{ field, reason, fix: expect.any(String) }]);
  });
});

describe('checkActionUpdate', () => {
  it('reports what would be dropped', () => {
    const sent = { type: '1001', fields: { note: 'x', nte: 'y', outcome: 'Perhaps' }, note: 'z' };
    expect(checkActionUpdate({}, sent)).toMatchObject({
      accepted: true,
      dropped: [{ field: 'fields.nte' }, { field: 'note', fix: 'move it into `fields`' }],
      warnings: [{ field: 'fields.outcome' }],
      stored: { fields: { note: 'x', outcome: 'Perhaps' } },
    });
    expect(checkActionUpdate({}, { type: 'PAYMENT', status: 'FAILED' })).toEqual({
      ...{ accepted: true, dropped: [], warnings: [], stored: { fields: {} } },
    });
  });

  it.each([
    [{ type: 'PAYMENT', amount: '5', currency: 'INR' }, ['amount', 'currency']],
    [{ type: 'PAYMENT', status: 'PAID' }, ['status']],
    [{ type: 'ACTION_1001' }, ['type']],
    [{ type: '9999' }, ['type']],
    [{ type: '1001', fields: { email: 'no' } }, ['fields.email']],
    [{ type: '1001', fields: [] }, ['fields']],
    ['x', ['']],
  ])('rejects %j', (sent, fields) => {
    const { accepted, dropped } = checkActionUpdate({}, sent);
    expect([accepted, dropped.map(({ field }) => field)]).toEqual([false, fields]);
  });
});

describe('checkActions', () => {
  it('reports what would be dropped, and warns about labels that would become new options', () => {
    const sent = {
      actions: [
        { type: '1001', fields: { note: 'x', nte: 'y', outcome: 'Perhaps' } },
        { type: 'PAYMENT', status: 'PENDING', currency: 'INR', amount: '0' },
      ],
    };
    expect(checkActions({}, sent)).toMatchObject({
      accepted: true,
      dropped: [{ field: 'actions[0].fields.nte' }, { field: 'actions[1].fields.amount' }],
      warnings: [{ field: 'actions[0].fields.outcome' }],
      stored: [{ type: '1001', fields: { note: 'x', outcome: 'Perhaps' } }, null],
    });
  });

  it.each([
    [{ actions: [{ type: '1001' }, { type: 'ACTION_1001' }] }, 'actions[1].type'],
    [{ actions: { type: '1001' } }, 'actions'],
    [null, 'actions'],
  ])('rejects %j because of %s', (sent, field) => {
    const { accepted, dropped, stored } = checkActions({}, sent);
    expect({ accepted, stored }).toEqual({ accepted: false, stored: null });
    expect(dropped.map((part) => part.field)).toEqual([field]);
  });
});

describe('the check has the same verdict as the workspace', () => {
  const tuples = (parts: UpdateCheck['dropped']) =>
    parts.map(({ field, reason, fix }) => [field, `${reason}: ${fix}`]);

  it('for an update of a lead', async () => {
    await fc.assert(
      fc.asyncProperty(body, async (sent) => {
        const { operations } = await createWorkspace({ ...deterministic() });
        const created = await operations.createLead({ body: { fields: { phone } } });
        const leadId = created.ok ? created.data.lead_id : '';
        const updated = await operations.updateLead({ path: { leadId }, body: sent });
        const check = checkLeadUpdate({}, sent);
        expect(check.accepted).toBe(updated.ok);
        if (!updated.ok) return;
        expect(tuples(check.dropped)).toEqual(
          (updated.dropped ?? []).map(({ field, remark }) => [field, remark]),
        );
        expect(updated.data.fields).toMatchObject(check.stored?.fields ?? {});
      }),
      { numRuns: 300 },
    );
  });

  it('for new actions', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(body, fc.record({ actions })), async (sent) => {
        const { operations } = await createWorkspace({ ...deterministic() });
        const created = await operations.createLead({ body: { fields: { phone } } });
        const leadId = created.ok ? created.data.lead_id : '';
        const added = await operations.createActions({ path: { leadId }, body: sent });
        const check = checkActions({}, sent);
        expect(check.accepted).toBe(added.ok);
        if (!added.ok) return;
        expect(tuples(check.dropped)).toEqual(
          (added.dropped ?? []).map(({ field, remark }) => [field, remark]),
        );
        expect(check.stored?.map((action) => action !== null)).toEqual(
          added.data.actions.map(({ status }) => status === 'CREATED'),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('for an update of an action', async () => {
    await fc.assert(
      fc.asyncProperty(actions, async (entries) => {
        const { operations } = await createWorkspace({ ...deterministic() });
        const created = await operations.createLead({
          body: { fields: { phone }, actions: [{ type: '1001', fields: { note: 'x' } }] },
        });
        const { lead_id = '', actions: [action] = [] } = created.ok ? created.data : {};
        const [entry] = Array.isArray(entries) ? entries : [entries];
        const sent = { ...Object(entry), type: '1001' };
        const path = { leadId: lead_id, actionId: String(action?.action_id) };
        const updated = await operations.updateAction({ path, body: sent });
        const check = checkActionUpdate({}, sent);
        expect(check.accepted).toBe(updated.ok);
        if (!updated.ok) return;
        expect(tuples(check.dropped)).toEqual(
          (updated.dropped ?? []).map(({ field, remark }) => [field, remark]),
        );
      }),
      { numRuns: 300 },
    );
  });
});
