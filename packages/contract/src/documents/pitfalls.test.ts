/** The pitfalls of the API at HTTP level: wrong tokens, limits, methods and paths. The workspace tests the others. */
import { startMock } from '@telecrm/mock';
import { afterAll, describe, expect, it } from 'vitest';
import { tokens } from '../tokens.ts';

const sandbox = await startMock({ strict: true, requestsPerHour: 20 });
afterAll(() => sandbox.close());

const { enterpriseId } = sandbox.workspace;

async function call(
  api: 'sync' | 'async',
  method: string,
  path: string,
  body?: object,
  token = tokens[api],
) {
  const response = await fetch(`${sandbox.baseUrls[api]}/enterprise/${enterpriseId}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  // Other tests check that every response of either API is an object, and every error response the error envelope.
  const parsed = (await response.json()) as { error?: { code: string; message: string } };
  return { status: response.status, headers: response.headers, error: parsed.error };
}

describe('Async', () => {
  it('E1.13 rejects a Sync token with an error', async () => {
    const rejected = await call('async', 'POST', '/autoupdatelead', { fields: {} }, tokens.sync);
    expect(rejected).toMatchObject({ status: 401, error: { code: 'NOT_AUTHORIZED' } });
  });

  it('E1.13 rejects requests over the limit with an error that says when to retry', async () => {
    const responses = [];
    for (let count = 0; count < 21; count++) {
      responses.push(
        await call('async', 'POST', '/autoupdatelead', { fields: { phone: '919812345678' } }),
      );
    }
    expect(responses.slice(0, 20).every(({ status }) => status === 200)).toBe(true);
    expect(responses[20]?.status).toBe(429);
    expect(Number(responses[20]?.headers.get('Retry-After'))).toBeGreaterThan(0);
  });
});

describe('Sync', () => {
  it('E2.10 rejects a page of more than 100 leads', async () => {
    expect(await call('sync', 'POST', '/lead/search?limit=300', {})).toMatchObject({
      status: 400,
      error: { message: 'Limit should be between 1 and 100' },
    });
  });

  it('E2.11 rejects a GET with filters in the query, and names the method', async () => {
    const rejected = await call('sync', 'GET', '/lead/search?phone=919999999999');
    expect(rejected.status).toBe(405);
    expect(rejected.headers.get('Allow')).toBe('POST');
  });

  it('E4.1 rejects a page of more than 10 team members', async () => {
    expect(await call('sync', 'GET', '/team-members?limit=11')).toMatchObject({
      status: 400,
      error: { message: 'Limit should be between 1 and 10' },
    });
  });

  it.each(['\u00a0jane.doe@example.com', ' jane.doe@example.com', 'jane.dоe@example.com'])(
    'E4.4 does not find the member %j, with whitespace or a look-alike letter',
    async (email) => {
      const notFound = { status: 404, error: { code: 'TEAM_MEMBER_NOT_FOUND' } };
      const path = `/team-members/${encodeURIComponent(email)}`;
      expect(await call('sync', 'GET', path)).toMatchObject(notFound);
      const body = { state: 'Working', email };
      expect(await call('sync', 'POST', '/teammember/state_change', body)).toMatchObject(notFound);
    },
  );

  it.each([
    ['the prefix in a filter', { actions: { type: 'ACTION_1001' } }],
    ['an ISO 8601 date', { fields: { created_on: { from: '2026-04-01T00:00:00Z' } } }],
    ['a range on a field that is not a date', { fields: { name: { from: 1, to: 2 } } }],
  ])('a search with %s is rejected instead of finding nothing', async (_, filters) => {
    expect(await call('sync', 'POST', '/lead/search', filters)).toMatchObject({ status: 400 });
  });

  it('E4.6 does not know /team-members/state_change, and names the right path', async () => {
    const body = { state: 'Working', email: 'jane.doe@example.com' };
    const rejected = await call('sync', 'POST', '/team-members/state_change', body);
    expect(rejected.status).toBe(404);
    expect(rejected.error?.message).toContain('/teammember/state_change');
  });
});
