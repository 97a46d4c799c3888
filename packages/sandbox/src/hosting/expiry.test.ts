import { describe, expect, it, vi } from 'vitest';
import { controlOperations } from '../generated/control-operations.ts';
import { hostingOperations } from '../generated/hosting-operations.ts';
import { adminToken, hosted } from '../testing/hosted.ts';

const hour = 3600 * 1000;
const day = 24 * hour;
const ofWorkspaces = [...controlOperations, ...hostingOperations].filter(({ path }) =>
  path.includes('{enterpriseId}'),
);
const bodies: Readonly<Record<string, unknown>> = {
  createTimelineEvent: { type: 'OUTGOING_CALL' },
  replaceFaults: [{ status: 500 }],
  setClock: { time: null },
  advanceClock: { milliseconds: 1 },
  setVariants: {},
  changeVariants: {},
  addFault: { status: 500 },
  removeFault: { status: 500 },
};
const expired =
  'path.enterpriseId has expired: create another workspace with POST /_sandbox/workspaces.';
const lead = { fields: { phone: '919999999999' } };

describe('an open sandbox', () => {
  it('creates a workspace for anybody, manageable with its Sync token', async () => {
    const { as, workspace, caller } = hosted({ open: true });
    const own = await workspace();
    const other = await workspace();
    const manage = as(own.syncToken);
    const { sync } = caller(own);
    expect((await sync('POST', '/lead', lead)).status).toBe(201);
    const { body } = await manage('GET', `/workspaces/${own.enterpriseId}`);
    expect(body).toMatchObject({ state: 'unclaimed', partnerId: null, usage: { leads: 1 } });
    expect(body.quotas).toMatchObject({ leads: 500 });
    expect((await manage('GET', '/access')).body.role).toBe('workspace');
    const { body: list } = await manage('GET', '/workspaces');
    expect(list).toMatchObject({ total_count: 1, data: [{ enterpriseId: own.enterpriseId }] });
    expect((await manage('GET', `/workspaces/${other.enterpriseId}`)).status).toBe(404);
    expect((await as()('GET', '/workspaces')).status).toBe(401);
    expect((await as(own.asyncToken)('GET', '/workspaces')).status).toBe(401);
    expect((await manage('GET', '/audit')).status).toBe(403);
    expect((await manage('POST', `/workspaces/${own.enterpriseId}/reset`)).status).toBe(204);
  });

  it('limits the number of unclaimed workspaces', async () => {
    const { as } = hosted({ open: true, openQuotas: { workspaces: 1 } });
    const { enterpriseId, syncToken } = (await as()('POST', '/workspaces')).body;
    const clone = await as(syncToken)('POST', `/workspaces/${enterpriseId}/clone`);
    for (const { body } of [await as()('POST', '/workspaces'), clone]) {
      expect(body.error).toEqual({
        code: 'QUOTA_EXCEEDED',
        message:
          'The quota of 1 workspaces that nobody has claimed is used up: try again later, or send the key of a partner.',
      });
    }
    expect((await as(adminToken)('POST', '/workspaces')).status).toBe(201);
  });

  it('limits the definition of an unclaimed workspace, which everybody can create', async () => {
    const { as, partner } = hosted({ open: true });
    const options = Array.from({ length: 300 }, (_, index) => `${'x'.repeat(150)}${index}`);
    const large = { customFields: [{ apiName: 'a', type: 'dropdown', options }] };
    const { status, body } = await as()('POST', '/workspaces', large);
    expect([status, body.error.code]).toEqual([403, 'QUOTA_EXCEEDED']);
    expect(body.error.message).toContain('32768 characters');
    const { key } = await partner();
    expect((await as(key)('POST', '/workspaces', large)).status).toBe(201);
  });

  it('announces the expiry of an unclaimed workspace, and then no longer accepts its tokens', async () => {
    const { workspace, caller, advance } = hosted({ open: true });
    const { sync } = caller(await workspace());
    const first = await sync('GET', '/metadata');
    const expires = Date.parse(first.headers.get('sunset') ?? '');
    expect(Math.abs(expires - Date.now() - day)).toBeLessThan(60_000);
    advance(day - hour);
    const second = await sync('GET', '/metadata');
    expect(second.headers.get('sunset')).toBe(first.headers.get('sunset'));
    advance(hour + 1000);
    expect((await sync('GET', '/metadata')).status).toBe(401);
  });

  it('transfers an unclaimed workspace to a partner that sends its token', async () => {
    const { as, partner, workspace, caller, advance } = hosted({ open: true });
    const [a, b] = [await partner('A'), await partner('B')];
    const own = await workspace();
    const path = `/workspaces/${own.enterpriseId}`;
    const { syncToken } = own;
    expect((await as(a.key)('GET', path)).status).toBe(404);
    for (const wrong of ['sync-wrong', own.asyncToken]) {
      const rejected = await as(a.key)('POST', `${path}/claim`, { syncToken: wrong });
      expect(rejected.body.error.code).toBe('ENTERPRISE_NOT_FOUND');
    }
    expect((await as(adminToken)('POST', `${path}/claim`, { syncToken })).status).toBe(403);
    expect((await as(a.key)('POST', `${path}/claim`, { syncToken })).status).toBe(204);
    expect((await as(b.key)('POST', `${path}/claim`, { syncToken })).status).toBe(404);
    expect((await as(a.key)('GET', path)).body).toMatchObject({
      ...{ state: 'live', partnerId: a.partnerId, expiresOn: null },
    });
    // Its token no longer manages it after the claim.
    expect((await as(syncToken)('GET', path)).status).toBe(401);
    advance(2 * day);
    const response = await caller(own).sync('GET', '/metadata');
    expect([response.status, response.headers.get('sunset')]).toEqual([200, null]);
  });

  it('limits claims by the quota of the partner', async () => {
    const { as, partner, workspace } = hosted({ open: true, quotas: { workspaces: 1 } });
    const { key } = await partner();
    await workspace(key);
    const { enterpriseId, syncToken } = await workspace();
    const rejected = await as(key)('POST', `/workspaces/${enterpriseId}/claim`, { syncToken });
    expect(rejected.body.error.message).toContain('The quota of 1 workspaces is used up');
  });
});

describe('an idle workspace', () => {
  it('expires after the given time since its last use', async () => {
    const { as, partner, workspace, caller, advance } = hosted({ expireAfterMs: day });
    const { key } = await partner();
    const own = await workspace(key);
    const { sync } = caller(own);
    for (let count = 0; count < 3; count++) {
      advance(day - hour);
      const { status, headers } = await sync('GET', '/metadata');
      expect(status).toBe(200);
      expect(Date.parse(headers.get('sunset') ?? '')).toBeGreaterThan(Date.now() + day - hour);
    }
    const { body } = await as(key)('GET', `/workspaces/${own.enterpriseId}`);
    expect(body.expiresOn - body.lastUsedOn).toBe(day);
    advance(day + hour);
    expect((await sync('GET', '/metadata')).status).toBe(401);
  });

  it('is removed by the next check, and is still listed as expired', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { as, partner, workspace, caller, advance, sandbox } = hosted({ expireAfterMs: day });
      const { key } = await partner();
      const own = await workspace(key);
      await caller(own).sync('POST', '/lead', lead);
      advance(2 * day);
      await vi.advanceTimersByTimeAsync(61_000);
      const { body } = await as(key)('GET', `/workspaces/${own.enterpriseId}`);
      expect(body).toMatchObject({ state: 'expired', usage: { leads: 0 } });
      expect((await caller(sandbox.workspace).sync('GET', '/metadata')).status).toBe(200);
      advance(60 * day);
      await vi.advanceTimersByTimeAsync(61_000);
      expect((await as(key)('GET', `/workspaces/${own.enterpriseId}`)).status).toBe(404);
      await sandbox.close();
    } finally {
      vi.useRealTimers();
    }
  });

  it('is not removed before all processes have recorded its last use', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { as, partner, workspace, advance, sandbox } = hosted({ expireAfterMs: day });
      const { key } = await partner();
      const { enterpriseId } = await workspace(key);
      const stateAfter = async (milliseconds: number) => {
        advance(milliseconds);
        await vi.advanceTimersByTimeAsync(61_000);
        return (await as(key)('GET', `/workspaces/${enterpriseId}`)).body.state;
      };
      expect(await stateAfter(day + 1000)).toBe('live');
      expect(await stateAfter(60_000)).toBe('expired');
      await sandbox.close();
    } finally {
      vi.useRealTimers();
    }
  });

  it('can then only be listed, read and deleted', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { as, partner, workspace, advance, sandbox } = hosted({ expireAfterMs: day });
      const { key } = await partner();
      const { enterpriseId } = await workspace(key);
      advance(2 * day);
      await vi.advanceTimersByTimeAsync(61_000);
      for (const { id, method, path } of ofWorkspaces) {
        if (['deleteWorkspace', 'claimWorkspace'].includes(id)) continue;
        const named = { leadId: 'a', name: 'one', enterpriseId };
        const url = path
          .replace('/_sandbox', '')
          .replaceAll(/\{(\w+)\}/g, (_, name: keyof typeof named) => named[name]);
        const { status, body } = await as(key)(method, url, bodies[id]);
        if (method === 'GET') expect([id, body.error?.message ?? '']).not.toContain('expired');
        else expect([id, status, body?.error.message]).toEqual([id, 404, expired]);
      }
      expect((await as(key)('GET', '/workspaces')).body.total_count).toBe(1);
      expect((await as(key)('DELETE', `/workspaces/${enterpriseId}`)).status).toBe(204);
      expect((await as(key)('GET', '/workspaces')).body.total_count).toBe(0);
      await sandbox.close();
    } finally {
      vi.useRealTimers();
    }
  });

  it('is removed by the check after one that has failed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const log = vi.fn();
      const { storage, as, partner, workspace, advance, sandbox } = hosted(
        { expireAfterMs: day },
        { log },
      );
      const { key } = await partner();
      const { enterpriseId } = await workspace(key);
      await vi.advanceTimersByTimeAsync(1000);
      vi.spyOn(storage.workspaces, 'expire').mockRejectedValueOnce(new RangeError('a secret'));
      advance(2 * day);
      await vi.advanceTimersByTimeAsync(61_000);
      expect(log.mock.calls).toEqual([['RangeError while workspaces expire']]);
      await vi.advanceTimersByTimeAsync(61_000);
      const { body } = await as(key)('GET', `/workspaces/${enterpriseId}`);
      expect(body.state).toBe('expired');
      await sandbox.close();
    } finally {
      vi.useRealTimers();
    }
  });
});
