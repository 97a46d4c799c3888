import { expect, it } from 'vitest';
import { adminToken, hosted } from '../../testing/hosted.ts';

it('nobody can call the control surface of an unclaimed workspace without end', async () => {
  const { as, partner, workspace, caller } = hosted({
    open: true,
    openQuotas: { controlCallsPerMinute: 5 },
  });
  const [own, other] = [await workspace(), await workspace()];
  const path = `/workspaces/${own.enterpriseId}/leads`;
  const statuses: number[] = [];
  for (let call = 0; call < 7; call++) {
    statuses.push((await as(own.syncToken)('GET', path)).status);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
  const { status, headers, body } = await as(own.syncToken)('GET', path);
  expect([status, body.error]).toEqual([
    429,
    {
      code: 'QUOTA_EXCEEDED',
      message:
        'The quota of 5 calls of the control surface a minute is used up: wait for the time in Retry-After, or claim the workspace with the key of a partner.',
    },
  ]);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  // Others are not affected, nor are the APIs, nor is the workspace once a partner has claimed it.
  expect((await caller(own).sync('POST', '/lead/search', {})).status).toBe(200);
  expect((await as(other.syncToken)('GET', `/workspaces/${other.enterpriseId}`)).status).toBe(200);
  expect((await as(adminToken)('GET', path)).status).toBe(200);
  const { key } = await partner();
  const claim = { syncToken: own.syncToken };
  expect((await as(key)('POST', `/workspaces/${own.enterpriseId}/claim`, claim)).status).toBe(204);
  expect((await as(key)('GET', path)).status).toBe(200);
});

it('no partner can call the control surface without end, but others and the admin can', async () => {
  const { as, partner, workspace, caller, advance } = hosted({
    quotas: { controlCallsPerMinute: 4 },
  });
  const [own, other] = [await partner('A'), await partner('B')];
  const used = await workspace(own.key);
  const unknown = '/workspaces/ent_nobody';
  // Whatever the call is, and whether it is successful.
  for (const [method, path] of [
    ['GET', '/workspaces'],
    ['POST', `${unknown}/reset`],
    ['DELETE', '/nothing'],
  ] as const) {
    expect((await as(own.key)(method, path)).status).not.toBe(429);
  }
  const { status, headers, body } = await as(own.key)('POST', '/workspaces');
  expect([status, body.error]).toEqual([
    429,
    {
      code: 'QUOTA_EXCEEDED',
      message:
        'The quota of 4 calls of the control surface a minute is used up: wait for the time in Retry-After.',
    },
  ]);
  const seconds = Number(headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  // Its clocks and a new key do not change it.
  advance(3_600_000);
  const { body: renewed } = await as(adminToken)('POST', `/partners/${own.partnerId}/key`);
  expect((await as(renewed.key)('GET', '/access')).status).toBe(429);
  expect((await caller(used).sync('POST', '/lead/search', {})).status).toBe(200);
  for (const key of [other.key, adminToken]) {
    const { body: access } = await as(key)('GET', '/access');
    expect(access.quotas.controlCallsPerMinute).toBe(4);
  }
  for (let call = 0; call < 10; call++) {
    expect((await as(adminToken)('GET', '/workspaces')).status).toBe(200);
  }
  // Nothing was created by the rejected calls.
  const { body: trail } = await as(adminToken)('GET', '/audit');
  const operations = trail.data.map(({ operation }: { operation: string }) => operation);
  expect(operations.filter((id: string) => id === 'createWorkspace')).toHaveLength(1);
});
