import { describe, expect, it, vi } from 'vitest';
import { createSandbox } from '../create-sandbox.ts';
import { operations } from '../generated/operations.ts';
import { callerOf, send } from '../testing/caller.ts';
import { checkResponse } from './check-response.ts';

const sandbox = createSandbox({ strict: true, asyncDelayMs: 5 });
const fresh = async (definition = {}) =>
  callerOf(sandbox, await sandbox.workspaces.create(definition));
const phone = '919999999999';

describe('an invalid value inside fields and actions', () => {
  it('is dropped with a remark, and the rest is stored', async () => {
    const { sync } = await fresh();
    const { status, body } = await sync('POST', '/lead', {
      fields: { phone, rating: '3', interests: null, assignee: 7 },
      actions: [{}, 'note', { type: 'ACTION_1001' }, { type: '1001', fields: { note: 'ok' } }],
    });
    expect(status).toBe(201);
    expect(body.actions.map((one: { status: string }) => one.status)).toEqual([
      ...['IGNORED', 'IGNORED', 'IGNORED'],
      'CREATED',
    ]);
    const read = await sync('GET', `/lead/${body.lead_id}`);
    expect(read.body).toEqual({ fields: { phone } });
  });

  it('is rejected with the same message in operations that reject it in the API', async () => {
    const { sync } = await fresh();
    const { body } = await sync('POST', '/lead', { fields: { phone } });
    const update = await sync('POST', `/lead/${body.lead_id}`, { fields: { rating: '3' } });
    expect([update.status, update.body.error.message]).toEqual([
      400,
      'Rating must be between 1 and 5',
    ]);
    const actions = await sync('POST', `/lead/${body.lead_id}/action`, {
      actions: [{ type: 'OUTGOING_CALL' }],
    });
    expect([actions.status, actions.body.error.message]).toEqual([
      400,
      'Only custom actions and payment actions can be created',
    ]);
  });

  it.each([
    ['no fields', {}],
    ['fields that are a list', { fields: [] }],
    ['actions that are no list', { fields: { phone }, actions: {} }],
    ['a body that is a list', []],
  ])('rejects %s', async (_what, body) => {
    const { sync } = await fresh();
    const response = await sync('POST', '/lead', body);
    expect([response.status, response.body.error.code]).toEqual([400, 'BAD_REQUEST']);
  });

  it('is processed as fast in a body of one megabyte', async () => {
    const { sync, queue, ingestions } = await fresh();
    const many = Array.from({ length: 60_000 }, () => ({ type: 1 }));
    const started = performance.now();
    const { status, body } = await sync('POST', '/lead', { fields: { phone }, actions: many });
    expect([status, body.remarks.length]).toEqual([201, many.length]);
    expect((await queue({ fields: { phone }, actions: many })).status).toBe(200);
    expect((await ingestions()).data[0].remarks).toHaveLength(many.length);
    // Prism alone would take minutes to list so many mistakes.
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe('the Async API', () => {
  it.each([{}, { fields: 1 }, { fields: { x: {} }, actions: 'none' }, { name: 'Jane' }])(
    'queues %j',
    async (body) => {
      const { queue } = await fresh();
      expect(await queue(body)).toMatchObject({ status: 200, body: { status: 'QUEUED' } });
    },
  );

  it.each(['[]', '"text"', '1', 'null', 'true', ''])('rejects %j', async (body) => {
    const { queue } = await fresh();
    const { status, body: response } = await queue(body);
    expect([status, response.error.code]).toEqual([400, 'BAD_REQUEST']);
  });

  it('responds before a lead is processed', async () => {
    await using slow = createSandbox({ strict: true, asyncDelayMs: 60_000 });
    const { queue, control, sync } = callerOf(slow, await slow.workspaces.create());
    await queue({ fields: { phone } });
    const { body } = await control('GET', '/ingestions');
    expect(body.data[0]).toMatchObject({ state: 'QUEUED', outcome: null, lead_id: null });
    expect((await sync('POST', '/lead/search', {})).body.total_count).toBe(0);
    await control('POST', '/drain');
    expect((await sync('POST', '/lead/search', {})).body.total_count).toBe(1);
  });

  it('reports what was dropped, with the fix', async () => {
    const { queue, ingestions } = await fresh();
    await queue({ fields: { phone, City: 'Pune' }, actions: [{ type: '1001' }] });
    const { data, total_count: total } = await ingestions();
    expect(total).toBe(1);
    expect(data[0]).toMatchObject({
      outcome: 'PARTIAL',
      request: { fields: { phone, City: 'Pune' }, actions: [{ type: '1001' }] },
      actions: [{ action_id: null, status: 'IGNORED' }],
      remarks: [
        { field: 'fields.City', status: 'IGNORED' },
        { field: 'actions[0].type', remark: expect.stringContaining('ACTION_1001') },
      ],
    });
  });
});

describe('a response that violates the spec', () => {
  const operation = operations.find(({ id }) => id === 'getLead');
  if (!operation) throw new Error('There is no getLead');
  const response = { status: 200, body: { secret: 'jane@secret.example' } };

  it('is a 500 in strict mode that names the path and no value', () => {
    const checked = checkResponse(operation, response, [], { strict: true, log: () => {} });
    expect(checked.status).toBe(500);
    expect(JSON.stringify(checked.body)).toContain('getLead');
    expect(JSON.stringify(checked.body)).not.toContain('secret.example');
  });

  it('is sent otherwise, and is logged without a value', () => {
    const log = vi.fn();
    const notes: string[] = [];
    expect(checkResponse(operation, response, notes, { strict: false, log })).toBe(response);
    expect(notes).toEqual(['response breaks the rule required']);
    expect(log.mock.calls.flat().join()).toContain('getLead');
    expect(log.mock.calls.flat().join()).not.toContain('secret.example');
  });

  it('is not looked for in a response with tens of thousands of parts', () => {
    const large = { status: 200, body: Array(30_000).fill('x') };
    const notes: string[] = [];
    expect(checkResponse(operation, large, notes, { strict: true, log: () => {} })).toBe(large);
    expect(notes).toEqual([]);
  });
});

describe('the request log', () => {
  it('lists violations without tokens or values', async () => {
    const { sync, queue, control } = await fresh();
    await sync('POST', '/lead/search?limit=300', {});
    await queue({ fields: { phone, email: 'jane@secret' } });
    await sync('GET', '/metadatas');
    const { body } = await control('GET', '/requests');
    expect(body.data).toMatchObject([
      { operation: null, status: 404, method: 'GET' },
      { operation: 'createOrUpdateLead', status: 200 },
      { operation: 'searchLeads', status: 400, violations: [expect.stringContaining('limit')] },
    ]);
    expect(body.data[1].violations).toEqual([expect.stringContaining('body.fields.email')]);
    expect(JSON.stringify(body)).not.toMatch(/secret|sync-|async-/);
  });

  it('lists the dropped parts of an update, unlike its response', async () => {
    const { sync, control } = await fresh();
    const created = await sync('POST', '/lead', { fields: { phone }, actions: [{ type: '1001' }] });
    const { lead_id, actions } = created.body;
    const fields = { rating: 4, City: 'Pune', status: 'Wonn' };
    expect((await sync('POST', `/lead/${lead_id}`, { fields, actions: [] })).status).toBe(200);
    const update = { type: '1001', note: 'z', fields: { nothing: 1 } };
    const action = `/lead/${lead_id}/action/${actions[0].action_id}`;
    expect((await sync('POST', action, update)).status).toBe(200);
    const { body } = await control('GET', '/requests');
    const [actionUpdate, leadUpdate] = body.data;
    expect(leadUpdate.violations).toEqual([
      expect.stringContaining('body.actions is not known here'),
    ]);
    const drop = (field: string, remark: string) => {
      return { field, status: 'IGNORED', remark: expect.stringContaining(remark) };
    };
    expect(leadUpdate.dropped).toEqual([
      drop('fields.City', '`City` is not a field of this workspace'),
      drop('fields.status', 'did you mean "Won"?'),
      drop('actions', 'An update of a lead cannot contain actions'),
    ]);
    expect(actionUpdate.violations).toEqual([
      expect.stringContaining('body.note is not known here'),
    ]);
    expect(actionUpdate.dropped).toEqual([
      drop('fields.nothing', 'is not a field'),
      drop('note', 'move it into `fields`'),
    ]);
  });

  it('lists the sent request, the dropped parts of a new lead, and the queued ingestion', async () => {
    const { sync, queue, control, ingestions } = await fresh();
    const sent = { fields: { phone, rating: 'five' }, actions: [{ type: 'ACTION_1001' }] };
    await sync('POST', '/lead', sent);
    await sync('POST', '/lead', sent);
    await sync('POST', '/lead/search?limit=3&x=1', {});
    await queue({ fields: { phone } });
    const [queued] = (await ingestions()).data;
    const { body } = await control('GET', '/requests');
    const [ofQueue, ofSearch, ofSecond, ofFirst] = body.data;
    expect(ofQueue).toMatchObject({
      sent: { path: {}, query: {} },
      ingestionId: queued.ingestion_id,
    });
    expect(ofQueue.sent).not.toHaveProperty('body');
    expect(ofSearch.sent).toEqual({ path: {}, query: { limit: 3 }, body: {} });
    expect(ofSecond).toMatchObject({ status: 409, error: 'LEAD_ALREADY_EXISTS', dropped: [] });
    expect(ofFirst).toMatchObject({
      ...{ status: 201, error: null, ingestionId: null },
      sent: { path: {}, query: {}, body: sent },
      dropped: [
        { field: 'fields.rating', remark: expect.stringContaining('send') },
        { field: 'actions[0].type', remark: expect.stringContaining('1001') },
      ],
    });
  });

  it('stores the newest bodies, up to a megabyte', async () => {
    const { sync, control } = await fresh();
    const name = 'x'.repeat(400_000);
    for (const phone of ['919999999991', '919999999992', '919999999993', '919999999994']) {
      await sync('POST', '/lead', { fields: { phone, name } });
    }
    const { body } = await control('GET', '/requests');
    const names = body.data.map(
      ({ sent }: { sent: { body: { fields: { name: string } } } | null }) =>
        sent?.body.fields.name.length,
    );
    expect(names).toEqual([400_000, 400_000, undefined, undefined]);
  });

  it('does not store the body of an unauthorized request', async () => {
    const workspace = await sandbox.workspaces.create();
    const url = `${sandbox.baseUrls.sync}/enterprise/${workspace.enterpriseId}/lead`;
    await send(sandbox, url, 'POST', { fields: { phone } });
    const { body } = await callerOf(sandbox, workspace).control('GET', '/requests');
    expect(body.data).toMatchObject([{ status: 401, error: 'NOT_AUTHORIZED', sent: null }]);
  });

  it('has the reason for a rejected token, unlike the response', async () => {
    const workspace = await sandbox.workspaces.create();
    const { control } = callerOf(sandbox, workspace);
    const url = `${sandbox.baseUrls.sync}/enterprise/${workspace.enterpriseId}/metadata`;
    for (const token of [workspace.asyncToken, 'nobody']) {
      const { status } = await send(sandbox, url, 'GET', undefined, {
        authorization: `Bearer ${token}`,
      });
      expect(status).toBe(401);
    }
    await send(sandbox, url);
    const { body } = await control('GET', '/requests');
    const why = body.data.map(({ violations }: { violations: string[] }) => violations[0]);
    expect(why).toEqual([
      expect.stringContaining('There is no token'),
      expect.stringContaining('unknown'),
      expect.stringContaining('of the async API'),
    ]);
  });

  it('is limited to the last 1,000 requests', async () => {
    const { sync, control } = await fresh();
    for (let round = 0; round < 26; round++) {
      await Promise.all(Array.from({ length: 40 }, () => sync('GET', '/metadata')));
    }
    const { body } = await control('GET', '/requests?limit=1000');
    expect([body.total_count, body.data.length]).toEqual([1000, 1000]);
  });
});
