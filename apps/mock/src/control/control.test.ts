import { describe, expect, it } from 'vitest';
import { callerOf, send } from '../testing/caller.ts';
import { sandboxForThisFile } from '../testing/mock.ts';
import { sendRaw } from '../testing/raw.ts';
import { isLocalName, isLoopback } from './guard.ts';

const mock = await sandboxForThisFile({ asyncDelay: 5 });
const workspaces = `${mock.url}/_sandbox/workspaces`;

describe('workspaces', () => {
  it('are created, listed, reset and deleted', async () => {
    const created = await send(workspaces, 'POST', { enterpriseId: 'ent_mine' });
    expect(created).toMatchObject({ status: 201, body: { enterpriseId: 'ent_mine' } });
    const { sync, control } = callerOf(mock, created.body);
    await sync('POST', '/lead', { fields: { phone: '919999999999' } });
    const { body } = await send(workspaces);
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

  it('get fresh IDs and tokens, without a body too', async () => {
    const [one, other] = [await send(workspaces, 'POST'), await send(workspaces, 'POST', {})];
    expect([one.status, other.status]).toEqual([201, 201]);
    const values = [...Object.values(one.body), ...Object.values(other.body)];
    expect(new Set(values).size).toBe(6);
  });

  it('keep an enterprise ID to themselves', async () => {
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
  ])('refuse the definition %j and name the field', async (definition, place) => {
    const { status, body } = await send(workspaces, 'POST', definition);
    expect([status, body.error.code]).toEqual([400, 'BAD_REQUEST']);
    expect(body.error.message).toContain(place.replace('body is', 'The body is'));
  });
});

describe('the control surface', () => {
  const { control } = callerOf(mock);

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
  ])('answers 404 to %s …%s of a workspace that is not there', async (method, path) => {
    const body = method === 'PUT' ? [] : undefined;
    const answer = await send(`${workspaces}/ent_nobody${path}`, method, body);
    expect([answer.status, answer.body.error.code]).toEqual([404, 'ENTERPRISE_NOT_FOUND']);
  });

  it.each([
    ['/ingestions?limit=0', 'query.limit'],
    ['/ingestions?limit=1001', 'query.limit'],
    ['/requests?skip=-1', 'query.skip'],
    ['/leads?limit=many', 'query.limit'],
  ])('refuses %s', async (path, place) => {
    const { status, body } = await control('GET', path);
    expect(status).toBe(400);
    expect(body.error.message).toContain(place);
  });

  it('knows its paths and methods', async () => {
    expect((await send(`${mock.url}/_sandbox/nothing`)).status).toBe(404);
    const { status, headers } = await send(workspaces, 'PATCH', {});
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });

  it('pages, newest first', async () => {
    const caller = callerOf(mock, await mock.createWorkspace());
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
});

describe('timeline events', () => {
  it('of any type are put on a timeline, where the API finds them', async () => {
    const { control, sync } = callerOf(mock, await mock.createWorkspace());
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
  ])('like %j are refused', async (event, status, place) => {
    const path = '/leads/603d2b2f9b1e8a001c8e4f5c/actions';
    const answer = await callerOf(mock).control('POST', path, event);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toContain(place);
  });

  it('need a lead', async () => {
    const { status, body } = await callerOf(mock).control('POST', '/leads/x/actions', {
      type: 'OUTGOING_CALL',
    });
    expect([status, body.error.code]).toEqual([404, 'LEAD_NOT_FOUND']);
  });
});

describe('who may use it', () => {
  const raw = async (head: string) => sendRaw(mock.port, `${head}\r\nConnection: close\r\n\r\n`);

  it.each(['evil.example', 'evil.example:4010', '127.0.0.1.evil.example', 'localhost.evil'])(
    'not who calls it %s: a foreign name may have been made to lead here',
    async (host) => {
      const { status } = await raw(`GET /_sandbox/workspaces HTTP/1.1\r\nHost: ${host}`);
      expect(status).toBe(403);
    },
  );

  it.each(['localhost', '127.0.0.1:1', '[::1]:4010'])('but who calls it %s', async (host) => {
    const { status } = await raw(`GET /_sandbox/workspaces HTTP/1.1\r\nHost: ${host}`);
    expect(status).toBe(200);
  });

  it('not a page of another origin', async () => {
    for (const origin of ['http://evil.example', 'null', 'http://localhost:1']) {
      const url = `${workspaces}/ent_sandbox/reset`;
      expect((await send(url, 'POST', undefined, { origin })).status).toBe(403);
    }
    const own = { origin: mock.url };
    expect((await send(`${workspaces}/ent_sandbox/drain`, 'POST', undefined, own)).status).toBe(
      204,
    );
  });

  it('but anybody may ask for its health', async () => {
    const { status } = await raw('GET /_sandbox/health HTTP/1.1\r\nHost: evil.example');
    expect(status).toBe(200);
  });

  it.each([
    ['127.0.0.1', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['10.0.0.1', false],
    ['::ffff:10.0.0.1', false],
    ['1127.0.0.1', false],
    ['', false],
  ])('takes the address %s for this machine: %s', (address, isOurs) => {
    expect(isLoopback(address)).toBe(isOurs);
  });

  it('tells names apart', () => {
    expect(isLocalName('LOCALHOST:80')).toBe(true);
    expect(isLocalName('localhost.')).toBe(false);
  });
});

describe('with a control token', async () => {
  const locked = await sandboxForThisFile({ controlToken: 'open-sesame' });

  it.each([
    '/_sandbox/workspaces',
    '/_sandbox/',
    '/_sandbox/workspaces/ent_sandbox/requests',
    '/_sandbox/x',
  ])('%s is for those who send it', async (path) => {
    for (const authorization of ['', 'Bearer open-sesam', 'Bearer open-sesame2', 'Basic x']) {
      const { status, body } = await send(locked.url + path, 'GET', undefined, { authorization });
      expect([status, body.error.code]).toEqual([401, 'NOT_AUTHORIZED']);
    }
    const authorization = 'Bearer open-sesame';
    const { status } = await send(locked.url + path, 'GET', undefined, { authorization });
    expect([200, 404]).toContain(status);
  });

  it('health is for anybody', async () => {
    expect((await send(`${locked.url}/_sandbox/health`)).status).toBe(200);
  });

  it('the APIs are as ever', async () => {
    expect((await callerOf(locked).sync('GET', '/metadata')).status).toBe(200);
  });
});
