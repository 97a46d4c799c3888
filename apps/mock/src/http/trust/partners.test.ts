import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callerOf, send } from '@telecrm/caller';
import { expect, it } from 'vitest';
import type { MockOptions } from '../../options.ts';
import { startMock } from '../../start-mock.ts';
import { sandboxForThisFile } from '../../testing/mock.ts';

const adminToken = 'the-admin-token';

const kinds: [name: string, state: string | undefined][] = [
  ['in memory', undefined],
  ['in SQLite', join(mkdtempSync(join(tmpdir(), 'partners-')), 'state')],
];

it('does not create a deleted workspace with public tokens again after a restart', async () => {
  const state = join(mkdtempSync(join(tmpdir(), 'partners-')), 'deleted');
  const first = await startMock({ state });
  const { enterpriseId } = await first.workspaces.create();
  await first.workspace.delete();
  await first.close();
  const second = await sandboxForThisFile({ state });
  const left = await second.workspaces.list();
  expect(left.map((workspace) => workspace.enterpriseId)).toEqual([enterpriseId]);
});

it('creates the workspace with public tokens in addition to partners only on request', async () => {
  const known = async (options: MockOptions) => {
    const mock = await sandboxForThisFile(options);
    return (await mock.workspaces.list()).map(({ enterpriseId }) => enterpriseId);
  };
  expect(await known({ adminToken })).toEqual([]);
  expect(await known({ open: true, controlToken: 'the-control-token' })).toEqual([]);
  expect(await known({ adminToken, defaultWorkspace: true })).toEqual(['ent_sandbox']);
  expect(await known({ controlToken: 'the-control-token' })).toEqual(['ent_sandbox']);
  expect(await known({ defaultWorkspace: false })).toEqual([]);
});

it.each(kinds)(
  'lets partners manage their workspaces from other machines, %s',
  async (_, state) => {
    const shared = { adminToken, open: true, expireAfterMs: 3_600_000 };
    const mock = await sandboxForThisFile({ ...shared, ...(state !== undefined && { state }) });
    const control = (key: string | undefined, method: string, path: string, body?: unknown) =>
      send(`${mock.url}/_sandbox${path}`, method, body, {
        // A proxy adds this header, so the request may be from anywhere.
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
    const ofPartner = `/workspaces/${own.enterpriseId}`;
    await control(partner.key, 'PUT', `${ofPartner}/snapshots/one`);
    await sync('POST', '/lead', { fields: { phone: '919999999998' } });
    await control(partner.key, 'POST', `${ofPartner}/snapshots/one/restore`);
    expect((await sync('POST', '/lead/search', {})).body.total_count).toBe(1);
    const claim = await control(partner.key, 'POST', `${path}/claim`, {
      syncToken: unclaimed.syncToken,
    });
    expect(claim.status).toBe(204);
    expect((await control(partner.key, 'POST', `${path}/clone`)).status).toBe(201);
    const { body: list } = await control(partner.key, 'GET', '/workspaces');
    expect(list.data.map(({ state }: { state: string }) => state)).toEqual([
      'live',
      'live',
      'live',
    ]);
    expect((await control(adminToken, 'GET', '/audit')).body.total_count).toBeGreaterThan(5);
    // The workspace with public tokens was not requested.
    expect((await callerOf(mock).sync('GET', '/metadata')).status).toBe(401);
  },
);
