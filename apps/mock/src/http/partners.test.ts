import { expect, it } from 'vitest';
import { callerOf, send } from '../testing/caller.ts';
import { sandboxForThisFile } from '../testing/mock.ts';

const adminToken = 'the-admin-token';

it('partners manage their workspaces from other machines, and the APIs stay as they are', async () => {
  const mock = await sandboxForThisFile({ adminToken, open: true, expireAfterMs: 3_600_000 });
  const control = (key: string | undefined, method: string, path: string, body?: unknown) =>
    send(`${mock.url}/_sandbox${path}`, method, body, {
      // A proxy passes this on, so it may be from anywhere.
      'x-forwarded-for': '203.0.113.7',
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
    });
  const { body: partner } = await control(adminToken, 'POST', '/partners', { name: 'Acme' });
  const { body: own } = await control(partner.key, 'POST', '/workspaces');
  const { sync } = callerOf(mock, own);
  const created = await sync('POST', '/lead', { fields: { phone: '919999999999' } });
  expect(created.status).toBe(201);
  expect(Date.parse(created.headers.get('sunset') ?? '')).toBeGreaterThan(Date.now());
  const { body: unclaimed } = await control(undefined, 'POST', '/workspaces');
  const path = `/workspaces/${unclaimed.enterpriseId}`;
  expect((await control(unclaimed.syncToken, 'GET', path)).body.state).toBe('unclaimed');
  expect((await control(partner.key, 'GET', path)).status).toBe(404);
  expect((await control(undefined, 'GET', '/workspaces')).status).toBe(401);
  expect((await callerOf(mock).sync('GET', '/metadata')).status).toBe(200);
});
