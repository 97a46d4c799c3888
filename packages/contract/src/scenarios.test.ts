import { describe, expect, it } from 'vitest';
import { freshWorkspace, sandboxForThisFile } from './workspace.ts';

const mock = await sandboxForThisFile();
const jane = { name: 'Jane Doe', phone: '919999999999', email: 'jane.doe@example.com' };
const lead = '/enterprise/{enterpriseId}/lead';

describe('a lead on the Sync API', () => {
  it('is created, found, changed and read with its timeline', async () => {
    const { sync } = await freshWorkspace(mock);
    const created = await sync.POST(lead, {
      body: { fields: jane, actions: [{ type: '1001', fields: { note: 'Called back' } }] },
    });
    expect(created.response.status).toBe(201);
    const leadId = created.data?.lead_id ?? '';
    const found = await sync.POST(`${lead}/search`, { body: { fields: { phone: '9999999999' } } });
    expect(found.data).toMatchObject({ total_count: 1, data: [{ id: leadId, fields: jane }] });
    const path = { leadId };
    const changed = await sync.POST(`${lead}/{leadId}`, {
      params: { path },
      body: { fields: { status: 'Qualified', rating: 4 } },
    });
    expect(changed.data?.fields).toEqual({ ...jane, status: 'Qualified', rating: 4 });
    const read = await sync.GET(`${lead}/{leadId}`, {
      params: { path, query: { includeActions: true } },
    });
    expect(read.data?.fields).toEqual(changed.data?.fields);
    expect(read.data?.actions).toMatchObject([{ type: '1001', fields: { note: 'Called back' } }]);
  });

  it('is unique: the same identifier in any notation is a 409', async () => {
    const { sync } = await freshWorkspace(mock);
    await sync.POST(lead, { body: { fields: jane } });
    for (const phone of ['+919999999999', '9999999999', '+91 99999 99999']) {
      const again = await sync.POST(lead, { body: { fields: { phone } } });
      expect([again.response.status, again.error?.error.code]).toEqual([
        409,
        'LEAD_ALREADY_EXISTS',
      ]);
    }
  });

  it('cannot change its identifier: an update that contains it is a 403', async () => {
    const { sync } = await freshWorkspace(mock);
    const { data } = await sync.POST(lead, { body: { fields: jane } });
    const rejected = await sync.POST(`${lead}/{leadId}`, {
      params: { path: { leadId: data?.lead_id ?? '' } },
      body: { fields: { phone: jane.phone } },
    });
    expect(rejected.response.status).toBe(403);
    expect(rejected.error?.error.message).toBe('Cannot modify lead identifier field');
  });

  it('is created in part, and the response lists what is missing', async () => {
    const { sync } = await freshWorkspace(mock);
    const { data, response } = await sync.POST(lead, {
      // The types reject a rating as text, which is what real programs send.
      body: { fields: { ...jane, rating: '3' as unknown as number, no_such_field: 'x' } },
    });
    expect(response.status).toBe(201);
    expect(data?.remarks?.map(({ field }) => field)).toEqual([
      'fields.rating',
      'fields.no_such_field',
    ]);
    const read = await sync.GET(`${lead}/{leadId}`, {
      params: { path: { leadId: data?.lead_id ?? '' } },
    });
    expect(read.data?.fields).toEqual(jane);
  });

  it('stores valid actions even if another one is invalid, and reports the invalid one', async () => {
    const { sync } = await freshWorkspace(mock);
    const { data } = await sync.POST(lead, { body: { fields: jane } });
    const { data: result } = await sync.POST(`${lead}/{leadId}/action`, {
      params: { path: { leadId: data?.lead_id ?? '' } },
      body: {
        actions: [
          { type: 'PAYMENT', status: 'PENDING', currency: 'INR', amount: '0' },
          { type: '1002', fields: { note: 'Demo' } },
        ],
      },
    });
    expect(result?.actions?.map(({ status }) => status)).toEqual(['IGNORED', 'CREATED']);
    expect(result?.remarks?.map(({ field }) => field)).toEqual(['actions[0].fields.amount']);
  });
});

describe('a lead on the Async API', () => {
  const queue = '/enterprise/{enterpriseId}/autoupdatelead';

  it('is queued, then created; queued again, it is updated', async () => {
    const { sync, async, lastIngestion } = await freshWorkspace(mock);
    expect((await async.POST(queue, { body: { fields: jane } })).data).toEqual({
      status: 'QUEUED',
    });
    const first = await lastIngestion();
    expect(first).toMatchObject({ state: 'PROCESSED', outcome: 'CREATED', remarks: [] });
    await async.POST(queue, { body: { fields: { phone: '9999999999', status: 'Contacted' } } });
    expect(await lastIngestion()).toMatchObject({ outcome: 'UPDATED', lead_id: first.lead_id });
    const read = await sync.GET(`${lead}/{leadId}`, {
      params: { path: { leadId: first.lead_id ?? '' } },
    });
    expect(read.data?.fields).toEqual({ ...jane, status: 'Contacted' });
  });

  it('is processed in the order of arrival', async () => {
    const { sync, async, lastIngestion } = await freshWorkspace(mock);
    for (let rating = 1; rating <= 5; rating++) {
      await async.POST(queue, { body: { fields: { phone: jane.phone, rating } } });
    }
    const { lead_id: leadId } = await lastIngestion();
    const read = await sync.GET(`${lead}/{leadId}`, { params: { path: { leadId: leadId ?? '' } } });
    expect(read.data?.fields.rating).toBe(5);
  });

  it('is created without its SYSTEM_NOTE, which is dropped with a remark that contains the fix', async () => {
    const { async, lastIngestion } = await freshWorkspace(mock);
    const actions = [{ type: 'SYSTEM_NOTE', text: 'From the form' }];
    // The types reject this action, which is what 31 of 35 real programs send.
    await async.POST(queue, { body: { fields: jane, actions: actions as never } });
    const { outcome, actions: results, remarks } = await lastIngestion();
    expect(outcome).toBe('PARTIAL');
    expect(results).toEqual([{ action_id: null, status: 'IGNORED' }]);
    expect(remarks).toMatchObject([
      { field: 'actions[0].type', remark: expect.stringContaining('ACTION_1001') },
    ]);
  });

  it.each([{}, { name: 'Jane' }, { fields: {} }, { fields: [] }, { fields: { Phone: '91' } }])(
    'is also queued if it is %j, and dropped with the reason',
    async (body) => {
      const { async, lastIngestion } = await freshWorkspace(mock);
      const { data } = await async.POST(queue, { body: body as never });
      expect(data).toEqual({ status: 'QUEUED' });
      const { outcome, lead_id: leadId, remarks } = await lastIngestion();
      expect([outcome, leadId]).toEqual(['DROPPED', null]);
      expect(remarks[0]?.remark).toContain('the whole lead was dropped');
    },
  );
});

describe('workspaces', () => {
  it('are isolated, and accept only their own tokens', async () => {
    const [one, other] = [await freshWorkspace(mock), await freshWorkspace(mock)];
    await one.sync.POST(lead, { body: { fields: jane } });
    const found = await other.sync.POST(`${lead}/search`, { body: {} });
    expect(found.data?.total_count).toBe(0);
    for (const id of [other.enterpriseId, 'ent_nobody']) {
      const url = `${mock.baseUrls.sync}/enterprise/${id}/metadata`;
      const headers = { Authorization: `Bearer ${one.syncToken}` };
      const response = await fetch(url, { headers });
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({
        error: {
          code: 'ENTERPRISE_NOT_FOUND',
          message: `The enterprise with ID ${id} was not found.`,
        },
      });
    }
  });

  it('match their definitions', async () => {
    const { sync } = await freshWorkspace(mock, {
      defaultCountry: 'US',
      customFields: [{ apiName: 'email', type: 'email', isLeadid: true }],
      customActions: [
        { code: 'ACTION_7', displayName: 'Trial', fieldSchema: { note: { type: 'TEXT' } } },
      ],
      seats: 0,
    });
    const { data: fields } = await sync.GET('/enterprise/{enterpriseId}/custom-fields');
    const identifiers = fields?.customFields.filter(({ isLeadid }) => isLeadid);
    expect(identifiers?.map(({ apiName }) => apiName)).toEqual(['email']);
    const body = { email: 'a@b.example', name: 'A', phone_number: '911', role: 'CALLER' } as const;
    const member = await sync.POST('/enterprise/{enterpriseId}/team-members', { body });
    expect([member.response.status, member.error?.error.code]).toEqual([402, 'BUY_LICENSE']);
    const created = await sync.POST(lead, {
      body: { fields: { email: 'A@b.example', phone: '(212) 555-2368' } },
    });
    expect(created.data?.remarks).toEqual([]);
  });
});
