import { describe, expect, it } from 'vitest';
import { startServer } from '../../test/support/server.ts';
import { createAsyncHttp, createSyncHttp } from './index.ts';

const id = { enterpriseId: 'ent_sandbox', token: 'sandbox-token' };
const lead = { fields: { name: 'Jane Doe', phone: '919999999999' } };

describe('an error', () => {
  it.each([400, 401, 404, 429, 500, 503])('with status %i is in `error`', async (status) => {
    const body = { error: { code: 'LEAD_NOT_FOUND', message: 'No such lead.' } };
    await using server = await startServer(() => ({ status, body }));
    const http = createSyncHttp({ ...id, baseUrl: server.url, retry: { maxAttempts: 1 } });
    const { data, error, response } = await http.GET('/enterprise/{enterpriseId}/lead/{leadId}', {
      params: { path: { leadId: '603d' } },
    });
    expect(data).toBeUndefined();
    expect(error?.error.code).toBe('LEAD_NOT_FOUND');
    expect(response.status).toBe(status);
  });

  it('of the network rejects', async () => {
    const http = createSyncHttp({
      ...id,
      baseUrl: 'http://127.0.0.1:1',
      retry: { backoffMs: 1 },
    });
    await expect(http.GET('/enterprise/{enterpriseId}/metadata')).rejects.toThrow('fetch failed');
  });
});

describe('an error without a body of the API', () => {
  it.each([
    ['no body', 503, '', 'INTERNAL_SERVER_ERROR'],
    ['a page', 404, '<h1>Not here</h1>', 'UNEXPECTED_ANSWER'],
  ])('has an error body for calls by path: %s', async (_, status, body, code) => {
    await using server = await startServer(() => ({ status, body }));
    const http = createSyncHttp({ ...id, baseUrl: server.url, retry: { maxAttempts: 1 } });
    const { data, error } = await http.GET('/enterprise/{enterpriseId}/metadata');
    expect(data).toBeUndefined();
    expect(error?.error.code).toBe(code);
  });
});

describe('a success whose body is not JSON', () => {
  it.each([
    ['a page', '<h1>Welcome</h1>'],
    ['text', 'OK'],
    ['nothing', ''],
  ])('rejects with a TelecrmError: %s', async (_, body) => {
    await using server = await startServer(() => ({ status: 201, body }));
    const http = createSyncHttp({ ...id, baseUrl: server.url });
    const call = http.POST('/enterprise/{enterpriseId}/lead', { body: lead });
    await expect(call).rejects.toMatchObject({
      name: 'TelecrmError',
      code: 'UNEXPECTED_ANSWER',
      status: 201,
      operationId: 'createLead',
      mayHaveHappened: true,
    });
  });

  it('is returned as text if the call asks for text', async () => {
    await using server = await startServer(() => ({ body: 'OK' }));
    const http = createAsyncHttp({ ...id, baseUrl: server.url });
    const path = '/enterprise/{enterpriseId}/autoupdatelead';
    const { data } = await http.POST(path, { body: lead, parseAs: 'text' });
    expect(data).toBe('OK');
    await expect(http.POST(path, { body: lead })).rejects.toMatchObject({
      code: 'UNEXPECTED_ANSWER',
    });
  });

  it('can be replaced by a middleware', async () => {
    await using server = await startServer(() => ({ body: 'OK' }));
    const http = createAsyncHttp({ ...id, baseUrl: server.url });
    http.use({ onResponse: () => Response.json({ status: 'QUEUED' }) });
    const path = '/enterprise/{enterpriseId}/autoupdatelead';
    expect((await http.POST(path, { body: lead })).data?.status).toBe('QUEUED');
  });
});
