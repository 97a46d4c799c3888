import { expect, it, vi } from 'vitest';
import { controlOperations } from '../../generated/control-operations.ts';
import { hostingOperations } from '../../generated/hosting-operations.ts';
import { adminToken, hosted } from '../../testing/hosted.ts';
import { responseProblem } from '../../validation/validate-response.ts';

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

/** Every operation of the control surface that identifies its caller. */
const operations = [...controlOperations, ...hostingOperations].filter(
  ({ id }) => id !== 'getHealth',
);

it.each(operations)(
  'the description of $id contains the responses to too many calls and to a wrong token',
  async (operation) => {
    const { as, workspace, storage } = hosted({ open: true });
    const { syncToken, enterpriseId } = await workspace();
    vi.spyOn(storage.rateLimits, 'take').mockResolvedValue(7);
    const path = operation.path.replace('/_sandbox', '').replace('{enterpriseId}', enterpriseId);
    for (const [token, expected] of [
      [syncToken, 429],
      ['wrong', 401],
    ] as const) {
      const { status, body } = await as(token)(operation.method, path);
      expect([status, responseProblem(operation, status, body)]).toEqual([expected, undefined]);
    }
  },
);
