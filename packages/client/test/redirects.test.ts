/** A redirect is an error: following it could repeat a write, lose its body or send a lead to another server. */
import { describe, expect, it } from 'vitest';
import { createSyncHttp } from '../src/http/index.ts';
import { createSyncClient } from '../src/index.ts';
import { startServer } from './support/server.ts';

const id = { enterpriseId: 'ent_sandbox', token: 'sandbox-sync-token', retry: { backoffMs: 2 } };
const body = { fields: { phone: '919999999999' } };

describe.each([301, 302, 303, 307, 308])('a %i', (status) => {
  it('for a write is not retried, and nothing is sent to another host', async () => {
    await using elsewhere = await startServer();
    await using server = await startServer(() => ({
      status,
      headers: { Location: `${elsewhere.url}/lead?phone=919999999999` },
    }));
    const client = createSyncClient({ ...id, baseUrl: server.url });
    const result = await client.try.createLead({ body }, { headers: { 'X-Own': 'x' } });
    expect(result).toMatchObject({
      ok: false,
      error: {
        code: 'UNEXPECTED_ANSWER',
        status,
        mayHaveHappened: true,
        message: `createLead failed: HTTP ${status} redirects to ${elsewhere.url}, and redirects are not followed`,
      },
    });
    expect(server.received).toHaveLength(1);
    expect(elsewhere.received).toEqual([]);
  });

  it('to an unreachable host does not cause a retry of a write', async () => {
    await using server = await startServer(() => ({
      status,
      headers: { Location: 'http://127.0.0.1:1/' },
    }));
    const client = createSyncClient({ ...id, baseUrl: server.url });
    const actions = [{ type: '1001' as const }];
    const result = await client.try.createActions({ leadId: '603d', body: { actions } });
    expect(result).toMatchObject({ ok: false, error: { status, mayHaveHappened: true } });
    expect(server.received).toHaveLength(1);
  });

  it('for a read is an error as well', async () => {
    await using server = await startServer(() => ({ status, headers: { Location: '/moved' } }));
    const client = createSyncClient({ ...id, baseUrl: server.url });
    const result = await client.try.getLead({ leadId: '603d' });
    expect(result).toMatchObject({ ok: false, error: { status, mayHaveHappened: false } });
    expect(server.received).toHaveLength(1);
  });

  it('is an error for calls by path', async () => {
    await using server = await startServer(() => ({ status, headers: { Location: '/moved' } }));
    const http = createSyncHttp({ ...id, baseUrl: server.url });
    const { data, error } = await http.POST('/enterprise/{enterpriseId}/lead', { body });
    expect(data).toBeUndefined();
    expect(error?.error.code).toBe('UNEXPECTED_ANSWER');
    expect(server.received).toHaveLength(1);
  });
});

it('a custom fetch is called with `redirect: manual`', async () => {
  const asked: string[] = [];
  const client = createSyncClient({
    ...id,
    async fetch({ redirect }) {
      asked.push(redirect);
      return Response.json({ name: 'x' });
    },
  });
  await client.getEnterpriseMetadata();
  expect(asked).toEqual(['manual']);
});
