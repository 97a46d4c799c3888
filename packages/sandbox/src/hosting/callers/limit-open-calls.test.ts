import { expect, it } from 'vitest';
import { adminToken, hosted } from '../../testing/hosted.ts';

it('nobody can call the control surface of an unclaimed workspace without end', async () => {
  const { as, partner, workspace, caller } = hosted({ open: true });
  const [own, other] = [await workspace(), await workspace()];
  const path = `/workspaces/${own.enterpriseId}/leads`;
  const statuses: number[] = [];
  for (let call = 0; call < 310; call++) {
    statuses.push((await as(own.syncToken)('GET', path)).status);
  }
  expect(statuses.slice(0, 300)).toEqual(Array(300).fill(200));
  const { status, headers, body } = await as(own.syncToken)('GET', path);
  expect([status, body.error.code]).toEqual([429, 'QUOTA_EXCEEDED']);
  expect(body.error.message).toContain('The quota of 300 calls of the control surface a minute');
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
