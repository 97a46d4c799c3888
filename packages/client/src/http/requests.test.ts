import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startServer } from '../../test/support/server.ts';
import { userAgent } from '../generated/facts.ts';
import { createSyncClient } from '../index.ts';
import { createAsyncHttp, createSyncHttp } from './index.ts';

const id = { enterpriseId: 'ent_sandbox', token: 'sandbox-token' };
const lead = { fields: { name: 'Jane Doe', phone: '919999999999' } };

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a call', () => {
  it('goes to the workspace, with the token, the user agent and the body', async () => {
    await using server = await startServer(() => ({ status: 201, body: { lead_id: '603d' } }));
    const http = createSyncHttp({ ...id, baseUrl: server.url });
    const { data } = await http.POST('/enterprise/{enterpriseId}/lead', { body: lead });
    expect(data?.lead_id).toBe('603d');
    expect(server.received).toMatchObject([
      {
        method: 'POST',
        url: '/enterprise/ent_sandbox/lead',
        headers: {
          authorization: 'Bearer sandbox-token',
          'content-type': 'application/json',
          'user-agent': userAgent,
        },
        body: JSON.stringify(lead),
      },
    ]);
  });

  it('of the Async client goes to the Async path', async () => {
    await using server = await startServer(() => ({ body: { status: 'QUEUED' } }));
    const http = createAsyncHttp({ ...id, baseUrl: server.url });
    const { data } = await http.POST('/enterprise/{enterpriseId}/autoupdatelead', { body: lead });
    expect(data?.status).toBe('QUEUED');
    expect(server.received[0]?.url).toBe('/enterprise/ent_sandbox/autoupdatelead');
  });

  it('reads missing options from the environment', async () => {
    await using server = await startServer();
    vi.stubEnv('TELECRM_ENTERPRISE_ID', 'ent_env');
    vi.stubEnv('TELECRM_SYNC_TOKEN', 'env-sync-token');
    vi.stubEnv('TELECRM_SYNC_URL', `${server.url}/autoupdate/v2`);
    await createSyncHttp().GET('/enterprise/{enterpriseId}/metadata');
    expect(server.received).toMatchObject([
      {
        url: '/autoupdate/v2/enterprise/ent_env/metadata',
        headers: { authorization: 'Bearer env-sync-token' },
      },
    ]);
  });

  it('prefers the options to the environment', async () => {
    await using server = await startServer();
    vi.stubEnv('TELECRM_ENTERPRISE_ID', 'ent_env');
    vi.stubEnv('TELECRM_ASYNC_TOKEN', 'env-async-token');
    vi.stubEnv('TELECRM_ASYNC_URL', 'http://127.0.0.1:1');
    const http = createAsyncHttp({ ...id, baseUrl: server.url });
    await http.POST('/enterprise/{enterpriseId}/autoupdatelead', { body: lead });
    expect(server.received).toMatchObject([
      {
        url: '/enterprise/ent_sandbox/autoupdatelead',
        headers: { authorization: 'Bearer sandbox-token' },
      },
    ]);
  });

  it.each([
    [createSyncHttp, 'https://next.telecrm.in/autoupdate/v2/enterprise/ent_sandbox/x'],
    [createAsyncHttp, 'https://next-api.telecrm.in/enterprise/ent_sandbox/x'],
  ])('of %o goes to production by default', async (create, url) => {
    const sent: string[] = [];
    const http = create({
      ...id,
      fetch: async (request) => {
        sent.push(request.url);
        return new Response('{}');
      },
    });
    // @ts-expect-error not a path of either API
    await http.GET('/enterprise/{enterpriseId}/x');
    expect(sent).toEqual([url]);
  });

  it.each(['', '/', '//'])('ignores %j after the base URL', async (slashes) => {
    await using server = await startServer();
    const http = createSyncHttp({ ...id, baseUrl: `${server.url}/base${slashes}` });
    await http.GET('/enterprise/{enterpriseId}/metadata');
    expect(server.received[0]?.url).toBe('/base/enterprise/ent_sandbox/metadata');
  });
});

describe('the URL', () => {
  it('contains the enterprise ID and the parameters in encoded form', async () => {
    await using server = await startServer();
    const http = createSyncHttp({ ...id, enterpriseId: 'a/b?c', baseUrl: server.url });
    await http.GET('/enterprise/{enterpriseId}/team-members/{email}', {
      params: { path: { email: 'a+b@x.com' } },
    });
    await http.GET('/enterprise/{enterpriseId}/metadata');
    expect(server.received.map(({ url }) => url)).toEqual([
      '/enterprise/a%2Fb%3Fc/team-members/a%2Bb%40x.com',
      '/enterprise/a%2Fb%3Fc/metadata',
    ]);
  });

  it('contains the enterprise ID of the client, even if a call has another one', async () => {
    await using server = await startServer();
    const http = createSyncHttp({ ...id, baseUrl: server.url });
    const path = { leadId: '603d', enterpriseId: 'ent_other' };
    await http.GET('/enterprise/{enterpriseId}/lead/{leadId}', { params: { path } });
    expect(server.received[0]?.url).toBe('/enterprise/ent_sandbox/lead/603d');
  });

  it('is never changed by an empty or missing parameter', async () => {
    await using server = await startServer();
    const http = createSyncHttp({ ...id, baseUrl: server.url });
    const path = '/enterprise/{enterpriseId}/lead/{leadId}';
    const body = { fields: { status: 'Qualified' } };
    await expect(http.POST(path, { params: { path: { leadId: '' } }, body })).rejects.toThrow(
      'leadId is blank',
    );
    // @ts-expect-error the lead's ID is required
    await expect(http.POST(path, { body })).rejects.toThrow('leadId is blank');
    expect(server.received).toEqual([]);
  });

  it('contains booleans and numbers as text, and omits undefined values', async () => {
    await using server = await startServer();
    const http = createSyncHttp({ ...id, baseUrl: server.url });
    await http.GET('/enterprise/{enterpriseId}/lead/{leadId}', {
      params: { path: { leadId: '603d' }, query: { includeActions: true, skip: 0, limit: 5 } },
    });
    await http.GET('/enterprise/{enterpriseId}/lead/{leadId}', {
      params: { path: { leadId: '603d' }, query: { includeActions: false } },
    });
    expect(server.received.map(({ url }) => url)).toEqual([
      '/enterprise/ent_sandbox/lead/603d?includeActions=true&skip=0&limit=5',
      '/enterprise/ent_sandbox/lead/603d?includeActions=false',
    ]);
  });
});

describe('headers of the user', () => {
  it('are added to those of the client and cannot replace the token', async () => {
    await using server = await startServer();
    const http = createSyncHttp({
      ...id,
      baseUrl: server.url,
      headers: { 'X-Request-Id': 'r-1', 'User-Agent': 'acme/2.1', authorization: 'Bearer other' },
    });
    await http.GET('/enterprise/{enterpriseId}/metadata');
    await http.GET('/enterprise/{enterpriseId}/metadata', {
      headers: { 'X-Request-Id': 'r-2', Authorization: null },
    });
    expect(server.received.map(({ headers }) => headers)).toMatchObject([
      {
        'x-request-id': 'r-1',
        'user-agent': `acme/2.1 ${userAgent}`,
        authorization: 'Bearer sandbox-token',
      },
      { 'x-request-id': 'r-2', authorization: 'Bearer sandbox-token' },
    ]);
  });
});

describe('the fetch of the user', () => {
  it('receives a complete request for every attempt', async () => {
    const tries: string[] = [];
    const client = createSyncClient({
      ...id,
      retry: { backoffMs: 1 },
      fetch: async (request) => {
        tries.push(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`);
        return tries.length < 3 ? new Response('', { status: 503 }) : Response.json({ data: [] });
      },
    });
    await client.searchLeads({ body: {} });
    const line = 'POST /autoupdate/v2/enterprise/ent_sandbox/lead/search {}';
    expect(tries).toEqual([line, line, line]);
  });

  it('receives the same request from a method and from a call by path', async () => {
    await using server = await startServer(() => ({ body: { lead_id: '603d', fields: {} } }));
    const headers = { 'X-Request-Id': 'r-1', 'User-Agent': 'acme/2.1' };
    const options = { ...id, baseUrl: server.url, headers };
    const [client, http] = [createSyncClient(options), createSyncHttp(options)];
    const query = { includeActions: true, limit: 5 };
    await client.getLead({ leadId: 'a/b', ...query }, { headers: { 'X-Call': 'c-1' } });
    await http.GET('/enterprise/{enterpriseId}/lead/{leadId}', {
      params: { path: { leadId: 'a/b' }, query },
      headers: { 'X-Call': 'c-1' },
    });
    await client.createLead({ body: lead });
    await http.POST('/enterprise/{enterpriseId}/lead', { body: lead });
    const [one, other, third, fourth] = server.received;
    expect(one?.url).toBe('/enterprise/ent_sandbox/lead/a%2Fb?includeActions=true&limit=5');
    expect(one).toEqual(other);
    expect(third).toEqual(fourth);
  });

  it('is the current global fetch by default, even if it was replaced later', async () => {
    const http = createSyncHttp(id);
    vi.stubGlobal('fetch', async () => Response.json({ replaced: true }));
    try {
      const { data } = await http.GET('/enterprise/{enterpriseId}/metadata');
      expect(data).toEqual({ replaced: true });
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

describe('the token', () => {
  it('is not visible in a logged client', () => {
    const client = createSyncClient(id);
    const logged = [inspect(client, { depth: 9, showHidden: true }), JSON.stringify(client)].join();
    expect(logged).toContain('getLead');
    expect(logged).not.toContain(id.token);
  });

  it('is never sent to another server', async () => {
    await using elsewhere = await startServer();
    await using server = await startServer();
    const http = createSyncHttp({ ...id, baseUrl: `${server.url}/api` });
    for (const baseUrl of [elsewhere.url, server.url, `${server.url}/apis`]) {
      const call = http.GET('/enterprise/{enterpriseId}/metadata', { baseUrl });
      await expect(call).rejects.toThrow('the URL is outside');
    }
    expect([...elsewhere.received, ...server.received]).toEqual([]);
  });

  it('is read before every attempt if it is a function', async () => {
    let failures = 1;
    await using server = await startServer(() => ({
      status: failures-- > 0 ? 503 : 200,
      body: { name: 'x' },
    }));
    const tokens = ['first-token', 'second-token'];
    const client = createSyncClient({
      ...id,
      token: async () => tokens.shift() ?? '',
      baseUrl: server.url,
      retry: { backoffMs: 1 },
    });
    await client.getEnterpriseMetadata();
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer first-token',
      'Bearer second-token',
    ]);
    await expect(client.getEnterpriseMetadata()).rejects.toThrow('the returned token is missing');
  });
});
