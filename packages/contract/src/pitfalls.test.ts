/** The pitfalls of the API that are HTTP's: wrong tokens, limits, methods and paths. The workspace proves the others. */
import { startMock } from '@telecrm/mock';
import { afterAll, describe, expect, it } from 'vitest';
import { tokens } from './tokens.ts';

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
  // Every answer of either API is an object, and a refusal is the envelope: other tests prove that.
  const answer = (await response.json()) as { error?: { code: string; message: string } };
  return { status: response.status, headers: response.headers, error: answer.error };
}

describe('Async', () => {
  it('E1.13 refuses a Sync token aloud', async () => {
    const refused = await call('async', 'POST', '/autoupdatelead', { fields: {} }, tokens.sync);
    expect(refused).toMatchObject({ status: 401, error: { code: 'NOT_AUTHORIZED' } });
  });

  it('E1.13 refuses what is over the limit aloud, and says when to come back', async () => {
    const answers = [];
    for (let count = 0; count < 21; count++) {
      answers.push(
        await call('async', 'POST', '/autoupdatelead', { fields: { phone: '919812345678' } }),
      );
    }
    expect(answers.slice(0, 20).every(({ status }) => status === 200)).toBe(true);
    expect(answers[20]?.status).toBe(429);
    expect(Number(answers[20]?.headers.get('Retry-After'))).toBeGreaterThan(0);
  });
});

describe('Sync', () => {
  it('E2.10 refuses a page of more than 100 leads', async () => {
    expect(await call('sync', 'POST', '/lead/search?limit=300', {})).toMatchObject({
      status: 400,
      error: { message: 'Limit should be between 1 and 100' },
    });
  });

  it('E2.11 finds nothing by a GET with filters in the query, and names the method', async () => {
    const refused = await call('sync', 'GET', '/lead/search?phone=919999999999');
    expect(refused.status).toBe(405);
    expect(refused.headers.get('Allow')).toBe('POST');
  });

  it('E4.1 refuses a page of more than 10 team members', async () => {
    expect(await call('sync', 'GET', '/team-members?limit=11')).toMatchObject({
      status: 400,
      error: { message: 'Limit should be between 1 and 10' },
    });
  });

  it.each(['\u00a0jane.doe@example.com', ' jane.doe@example.com', 'jane.dоe@example.com'])(
    'E4.4 does not find the member %j, with white space or a look-alike letter',
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
    ['a range on a field that is no date', { fields: { name: { from: 1, to: 2 } } }],
  ])('a search with %s is refused, not left to find nothing', async (_, filters) => {
    expect(await call('sync', 'POST', '/lead/search', filters)).toMatchObject({ status: 400 });
  });

  it('E4.6 does not know /team-members/state_change, and names the right path', async () => {
    const body = { state: 'Working', email: 'jane.doe@example.com' };
    const refused = await call('sync', 'POST', '/team-members/state_change', body);
    expect(refused.status).toBe(404);
    expect(refused.error?.message).toContain('/teammember/state_change');
  });
});
