import { describe, expect, it } from 'vitest';
import { startServer } from '../../test/support/server.ts';
import { type CheckedBody, checker } from '../check/index.ts';
import { createRateLimiter, type LogEvent } from '../index.ts';
import { createAsyncHttp, createSyncHttp } from './index.ts';

const id = { enterpriseId: 'ent_sandbox', token: 'sandbox-token' };
const lead = { fields: { name: 'Jane Doe', phone: '919999999999' } };

describe('middleware of openapi-fetch', () => {
  it('receives complete requests, and responses that match the types', async () => {
    await using server = await startServer(() => ({ status: 418, body: {} }));
    const seen: unknown[] = [];
    const http = createSyncHttp({ ...id, baseUrl: server.url });
    http.use({
      onRequest({ request }) {
        seen.push(request instanceof Request, request.method);
      },
      onResponse({ response }) {
        seen.push(response.status);
      },
    });
    await http.GET('/enterprise/{enterpriseId}/metadata');
    expect(seen).toEqual([true, 'GET', 418]);
  });

  it('can replace the request, also for retries', async () => {
    let failures = 1;
    await using server = await startServer(() => ({
      status: failures-- > 0 ? 429 : 200,
      body: {},
    }));
    const http = createSyncHttp({ ...id, baseUrl: server.url, retry: { backoffMs: 1 } });
    http.use({
      onRequest: ({ request }) => new Request(request, { headers: { 'X-Trace': 't-1' } }),
    });
    await http.POST('/enterprise/{enterpriseId}/lead', { body: lead });
    expect(server.received).toHaveLength(2);
    for (const { headers, body } of server.received) {
      expect(headers['x-trace']).toBe('t-1');
      expect(body).toBe(JSON.stringify(lead));
    }
  });

  it('receives a response that another middleware made', async () => {
    const http = createSyncHttp({ ...id, baseUrl: 'http://127.0.0.1:1' });
    http.use({ onRequest: () => Response.json({ name: 'Cached' }) });
    const { data } = await http.GET('/enterprise/{enterpriseId}/metadata');
    expect(data?.name).toBe('Cached');
  });
});

describe('the hooks of a client', () => {
  it('apply to calls by path: logger, check and rate limiter', async () => {
    await using server = await startServer(() => ({ body: { status: 'QUEUED' } }));
    const events: string[] = [];
    const drops: CheckedBody[] = [];
    const options = {
      ...id,
      baseUrl: server.url,
      logger: ({ type, operationId }: LogEvent) => events.push(`${type} ${operationId}`),
      rateLimit: createRateLimiter({ requests: 2, windowMs: 60_000 }),
      retry: { maxWaitMs: 0 },
    };
    const path = '/enterprise/{enterpriseId}/autoupdatelead';
    const wrong = { fields: { ...lead.fields, rating: 9 } };
    const warn = checker({}, { onDrop: (drop) => drops.push(drop) });
    await createAsyncHttp({ ...options, check: warn }).POST(path, { body: wrong });
    expect(events).toEqual(['WOULD_BE_DROPPED createOrUpdateLead', 'RESPONSE createOrUpdateLead']);
    expect(drops).toMatchObject([{ dropped: [{ field: 'fields.rating' }] }]);

    const strict = createAsyncHttp({ ...options, check: checker({}, { mode: 'throw' }) });
    await expect(strict.POST(path, { body: wrong })).rejects.toMatchObject({
      code: 'WOULD_BE_DROPPED',
    });
    expect(server.received).toHaveLength(1);
    await strict.POST(path, { body: lead });
    await expect(strict.POST(path, { body: lead })).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect(server.received).toHaveLength(2);
  });

  it('include a check of updates of leads and actions', async () => {
    await using server = await startServer(() => ({ body: {} }));
    const check = checker({}, { mode: 'throw' });
    const http = createSyncHttp({ ...id, baseUrl: server.url, check });
    const path = { leadId: '603d', actionId: '603e' };
    const update = http.POST('/enterprise/{enterpriseId}/lead/{leadId}', {
      ...{ params: { path }, body: { fields: { rating: 9 } } },
    });
    await expect(update).rejects.toMatchObject({ dropped: [{ field: 'fields.rating' }] });
    const change = http.POST('/enterprise/{enterpriseId}/lead/{leadId}/action/{actionId}', {
      ...{ params: { path }, body: { type: '1001', fields: { nte: 'x' } } },
    });
    await expect(change).rejects.toMatchObject({ dropped: [{ field: 'fields.nte' }] });
    expect(server.received).toEqual([]);
  });
});
