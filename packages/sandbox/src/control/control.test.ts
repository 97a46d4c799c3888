import { describe, expect, it } from 'vitest';
import { createSandbox } from '../create-sandbox.ts';
import { callerOf, send as sendTo } from '../testing/caller.ts';

const sandbox = createSandbox({ strict: true, asyncDelayMs: 5 });
const workspaces = '/_sandbox/workspaces';
const send = (url: string, method?: string, body?: unknown) => sendTo(sandbox, url, method, body);

describe('workspaces', () => {
  it('are created, listed, reset and deleted', async () => {
    // The list contains only what this test creates.
    await using own = createSandbox({ strict: true, asyncDelayMs: 5 });
    const sendOwn = (method?: string, body?: unknown) => sendTo(own, workspaces, method, body);
    const created = await sendOwn('POST', { enterpriseId: 'ent_mine' });
    expect(created).toMatchObject({ status: 201, body: { enterpriseId: 'ent_mine' } });
    const { sync, control } = callerOf(own, created.body);
    await sync('POST', '/lead', { fields: { phone: '919999999999' } });
    const { body } = await sendOwn();
    expect(body.data).toMatchObject([
      { enterpriseId: 'ent_sandbox', leads: 2 },
      { enterpriseId: 'ent_mine', leads: 1, requests: 1 },
    ]);
    expect(JSON.stringify(body)).not.toContain(created.body.syncToken);
    expect((await control('POST', '/reset')).status).toBe(204);
    expect((await sync('POST', '/lead/search', {})).body.total_count).toBe(0);
    expect((await control('DELETE', '')).status).toBe(204);
    expect((await sync('GET', '/metadata')).status).toBe(401);
    expect((await control('POST', '/reset')).status).toBe(404);
  });

  it('get new IDs and tokens, also without a body', async () => {
    const [one, other] = [await send(workspaces, 'POST'), await send(workspaces, 'POST', {})];
    expect([one.status, other.status]).toEqual([201, 201]);
    const values = [...Object.values(one.body), ...Object.values(other.body)];
    expect(new Set(values).size).toBe(6);
  });

  it('have unique enterprise IDs', async () => {
    const { status, body } = await send(workspaces, 'POST', { enterpriseId: 'ent_sandbox' });
    expect([status, body.error.code]).toEqual([409, 'WORKSPACE_ALREADY_EXISTS']);
  });

  it.each([
    [{ customFields: [{ apiName: 'a', type: 'BLAH' }] }, 'body.customFields[0].type'],
    [{ customFields: [{ apiName: 'a' }] }, 'body.customFields[0].type'],
    [{ seats: 'many' }, 'body.seats'],
    [{ defaultCountry: 'India' }, 'body.defaultCountry'],
    [{ timeZone: 'Mars/Base' }, 'body.timeZone'],
    [{ customField: [] }, 'body.customField'],
    [{ pipeline: {} }, 'body.pipeline'],
    [{ enterpriseId: '' }, 'body.enterpriseId'],
    [[], 'body'],
    ['{', 'body is not JSON'],
  ])('reject the definition %j and name the field', async (definition, expected) => {
    const { status, body } = await send(workspaces, 'POST', definition);
    expect([status, body.error.code]).toEqual([400, 'BAD_REQUEST']);
    expect(body.error.message).toContain(expected.replace('body is', 'The body is'));
  });
});

describe('the control surface', () => {
  const { control } = callerOf(sandbox);

  it.each([101, 20_000])('rejects %i faults, however large the body is', async (count) => {
    const faults = Array.from({ length: count }, () => ({ status: 503 }));
    const { status, body } = await control('PUT', '/faults', faults);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/^body is too long: send an array of at most 100 /);
    expect((await control('GET', '/faults')).body).toEqual([]);
  });

  it.each([
    ['DELETE', ''],
    ['POST', '/reset'],
    ['POST', '/drain'],
    ['GET', '/ingestions'],
    ['GET', '/requests'],
    ['GET', '/faults'],
    ['PUT', '/faults'],
    ['DELETE', '/faults'],
    ['GET', '/leads'],
  ])('responds with a 404 to %s …%s of an unknown workspace', async (method, path) => {
    const body = method === 'PUT' ? [] : undefined;
    const response = await send(`${workspaces}/ent_nobody${path}`, method, body);
    expect([response.status, response.body.error.code]).toEqual([404, 'ENTERPRISE_NOT_FOUND']);
  });

  it.each([
    ['/ingestions?limit=0', 'query.limit'],
    ['/ingestions?limit=1001', 'query.limit'],
    ['/requests?skip=-1', 'query.skip'],
    ['/leads?limit=many', 'query.limit'],
  ])('rejects %s', async (path, expected) => {
    const { status, body } = await control('GET', path);
    expect(status).toBe(400);
    expect(body.error.message).toContain(expected);
  });

  it('rejects unknown paths and methods', async () => {
    expect((await send('/_sandbox/nothing')).status).toBe(404);
    const { status, headers } = await send(workspaces, 'PATCH', {});
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });

  it('pages, newest first', async () => {
    const caller = callerOf(sandbox, await sandbox.workspaces.create());
    for (let rating = 1; rating <= 5; rating++) {
      await caller.queue({ fields: { phone: `91999999999${rating}`, rating } });
    }
    await caller.control('POST', '/drain');
    const { body } = await caller.control('GET', '/ingestions?skip=1&limit=2');
    const ratings = body.data.map((one: { request: { fields: { rating: number } } }) => {
      return one.request.fields.rating;
    });
    expect([ratings, body.total_count, body.skip, body.limit]).toEqual([[4, 3], 5, 1, 2]);
    const leads = await caller.control('GET', '/leads?limit=2');
    expect(leads.body.data).toMatchObject([{ fields: { rating: 5 } }, { fields: { rating: 4 } }]);
  });

  it('finds leads by a text, ignoring case', async () => {
    const caller = callerOf(sandbox, await sandbox.workspaces.create());
    for (const name of ['Jane Doe', 'Janet Roe', 'Ravi']) {
      await caller.sync('POST', '/lead', { fields: { phone: `91999999999${name.length}`, name } });
    }
    const found = async (search: string) => {
      const { body } = await caller.control('GET', `/leads?search=${encodeURIComponent(search)}`);
      return body.data.map(({ fields }: { fields: { name: string } }) => fields.name);
    };
    expect(await found('JANE')).toEqual(['Janet Roe', 'Jane Doe']);
    expect(await found('jane d')).toEqual(['Jane Doe']);
    expect(await found('919999999994')).toEqual(['Ravi']);
    expect(await found('nobody')).toEqual([]);
    const paged = await caller.control('GET', '/leads?search=jane&skip=1&limit=1');
    expect(paged.body).toMatchObject({ total_count: 2, data: [{ fields: { name: 'Jane Doe' } }] });
  });
});

describe('timeline events', () => {
  it('adds an event of any type to a timeline, where the API finds it', async () => {
    const { control, sync } = callerOf(sandbox, await sandbox.workspaces.create());
    const { body: lead } = await sync('POST', '/lead', { fields: { phone: '919999999999' } });
    const path = `/leads/${lead.lead_id}/actions`;
    const event = { type: 'OUTGOING_CALL', created_on: '15/04/2026 10:00:00', duration: 42 };
    const added = await control('POST', path, { ...event, performed_by: 'agent@company.com' });
    expect(added.status).toBe(201);
    const found = await sync('POST', '/lead/search', {
      actions: {
        type: 'OUTGOING_CALL',
        performed_by: 'AGENT@company.com',
        performed_at: { from: '15/04/2026 00:00:00', to: '15/04/2026 23:59:59' },
      },
    });
    expect(found.body.total_count).toBe(1);
    const { body } = await control('GET', path);
    expect(body.data).toMatchObject([{ id: added.body.action_id, duration: 42 }]);
    const single = await sync('GET', `/lead/${lead.lead_id}/action/${added.body.action_id}`);
    expect(single.status).toBe(400);
  });

  it.each([
    [{}, 400, 'body.type'],
    [{ type: 'X', created_on: 'soon' }, 400, 'created_on'],
    [{ type: 'PAYMENT', amount: '1' }, 400, 'status'],
    [{ type: 'X', performed_by: 1 }, 400, 'performed_by'],
  ])('rejects the event %j', async (event, status, expected) => {
    const path = '/leads/603d2b2f9b1e8a001c8e4f5c/actions';
    const response = await callerOf(sandbox).control('POST', path, event);
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(expected);
  });

  it('rejects an event of an unknown lead', async () => {
    const { status, body } = await callerOf(sandbox).control('POST', '/leads/x/actions', {
      type: 'OUTGOING_CALL',
    });
    expect([status, body.error.code]).toEqual([404, 'LEAD_NOT_FOUND']);
  });
});

describe('with a control token', () => {
  const locked = createSandbox({ strict: true, controlToken: 'open-sesame' });

  it.each([
    '/_sandbox/workspaces',
    '/_sandbox/',
    '/_sandbox/workspaces/ent_sandbox/requests',
    '/_sandbox/x',
  ])('requires the token for %s', async (path) => {
    const wrong = ['', 'Bearer open-sesam', 'Bearer open-sesame2', 'Bearer open-sesamf', 'Basic x'];
    for (const authorization of wrong) {
      const { status, body } = await sendTo(locked, path, 'GET', undefined, { authorization });
      expect([status, body.error.code]).toEqual([401, 'NOT_AUTHORIZED']);
    }
    const authorization = 'Bearer open-sesame';
    const { status } = await sendTo(locked, path, 'GET', undefined, { authorization });
    expect([200, 404]).toContain(status);
  });

  it('needs no token for the health check', async () => {
    expect((await sendTo(locked, '/_sandbox/health')).status).toBe(200);
  });

  it('does not change access to the two APIs', async () => {
    expect((await callerOf(locked).sync('GET', '/metadata')).status).toBe(200);
  });
});
