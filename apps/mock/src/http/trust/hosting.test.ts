import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callerOf, type ReadResponse, send } from '@telecrm/caller';
import { postgresUrl } from '@telecrm/sql/testing/vitest';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Mock, MockOptions } from '../../options.ts';
import { startMock } from '../../start-mock.ts';

const adminToken = 'the-admin-token';
const quotaBytes = 1500;

/** More than any other test needs with one key. */
const callsPerMinute = 60;

/** The storage of a sandbox. Each is tested with all operations, Postgres with two processes. */
const kinds: [name: string, storage: () => Promise<MockOptions>][] = [
  ['in memory', async () => ({})],
  ['in SQLite', async () => ({ state: join(mkdtempSync(join(tmpdir(), 'hosting-')), 'state') })],
  ['in Postgres', async () => ({ databaseUrl: await postgresUrl() })],
];

describe.each(kinds)('a sandbox that partners share, %s', (name, storage) => {
  let mocks: Mock[];
  let requests = 0;
  beforeAll(async () => {
    const options: MockOptions = {
      ...(await storage()),
      ...{ adminToken, open: true, strict: true, asyncDelayMs: 0, expireAfterMs: 3_600_000 },
      quotas: {
        ...{ leads: 3, snapshots: 2, faults: 2, workspaces: 4, bytes: quotaBytes },
        controlCallsPerMinute: callsPerMinute,
      },
      openQuotas: { workspaces: 5 },
    };
    const count = name === 'in Postgres' ? 2 : 1;
    mocks = await Promise.all(Array.from({ length: count }, () => startMock(options)));
  });
  afterAll(() => Promise.all(mocks.map((mock) => mock.close())));

  /** Requests alternate between the processes. */
  const next = () => {
    const mock = mocks[requests++ % mocks.length];
    if (mock === undefined) throw new Error('It has been started');
    return mock;
  };
  const as = (key?: string) => (method: string, path: string, body?: unknown) =>
    send(`${next().url}/_sandbox${path}`, method, body, {
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
    });
  const admin = as(adminToken);
  const partner = async (title = 'Acme'): Promise<{ key: string; partnerId: string }> =>
    (await admin('POST', '/partners', { name: title })).body;
  const ofWorkspace = async (key?: string) => {
    const { body } = await as(key)('POST', '/workspaces', {});
    const call = (path: string) => `/workspaces/${body.enterpriseId}${path}`;
    const sync = (method: string, path: string, sent?: unknown) =>
      callerOf(next(), body).sync(method, path, sent);
    return { ...body, call, sync };
  };
  // Otherwise the quota of open workspaces would be used up for other tests.
  afterEach(async () => {
    const { body } = await admin('GET', '/workspaces?limit=1000');
    for (const { enterpriseId, state } of body.data) {
      if (state === 'unclaimed') await admin('DELETE', `/workspaces/${enterpriseId}`);
    }
  });

  const statuses = (responses: readonly ReadResponse[]) =>
    responses.map(({ status }) => status).sort();
  const lead = (number = 9) => ({ fields: { phone: `91999999999${number}` } });

  it('creates, lists and deletes partners, and replaces their keys', async () => {
    const { key, partnerId } = await partner("Robert'); DROP TABLE partner;--");
    const listed = (await admin('GET', '/partners?limit=1000')).body.data;
    expect(listed.at(-1)).toMatchObject({ partnerId, name: "Robert'); DROP TABLE partner;--" });
    const { body: replaced } = await as(key)('POST', `/partners/${partnerId}/key`);
    expect((await as(key)('GET', '/access')).status).toBe(401);
    expect((await as(replaced.key)('GET', '/access')).body).toMatchObject({
      ...{ role: 'partner', partner: { partnerId } },
      quotas: { leads: 3 },
    });
    const own = await ofWorkspace(replaced.key);
    expect((await as(replaced.key)('DELETE', `/partners/${partnerId}`)).status).toBe(403);
    expect((await admin('DELETE', `/partners/${partnerId}`)).status).toBe(204);
    expect((await as(replaced.key)('GET', '/workspaces')).status).toBe(401);
    expect((await own.sync('GET', '/metadata')).status).toBe(401);
  });

  it('saves, restores and deletes snapshots, up to the quota', async () => {
    const { key } = await partner();
    const { call, sync } = await ofWorkspace(key);
    await sync('POST', '/lead', lead());
    expect((await as(key)('PUT', call('/snapshots/..a'))).status).toBe(204);
    expect((await as(key)('PUT', call('/snapshots/%2e%2e%2fa'))).status).toBe(400);
    expect((await as(key)('PUT', call(`/snapshots/${'a'.repeat(65)}`))).status).toBe(400);
    await sync('POST', '/lead', lead(8));
    const saved = await Promise.all(
      ['b', 'c', 'd'].map((one) => as(key)('PUT', call(`/snapshots/${one}`))),
    );
    expect(statuses(saved)).toEqual([204, 403, 403]);
    expect((await as(key)('POST', call('/snapshots/..a/restore'))).status).toBe(204);
    expect((await sync('POST', '/lead/search', {})).body.total_count).toBe(1);
    const { body } = await as(key)('GET', call('/snapshots'));
    expect(body.data.length).toBe(2);
    expect((await as(key)('DELETE', call('/snapshots/..a'))).status).toBe(204);
    expect((await as(key)('POST', call('/snapshots/..a/restore'))).status).toBe(404);
  });

  it('clones a workspace with all of its content, up to the quota', async () => {
    const { key } = await partner();
    const { call, sync } = await ofWorkspace(key);
    await sync('POST', '/lead', lead());
    const clones = await Promise.all(
      Array.from({ length: 6 }, () => as(key)('POST', call('/clone'))),
    );
    expect(statuses(clones)).toEqual([201, 201, 201, 403, 403, 403]);
    const [clone] = clones.filter(({ status }) => status === 201);
    const found = await callerOf(next(), clone?.body).sync('POST', '/lead/search', {});
    expect(found.body.total_count).toBe(1);
    expect((await as(key)('GET', '/workspaces')).body.total_count).toBe(4);
  });

  it('sets and advances the clock of a workspace, up to its limits', async () => {
    const { key } = await partner();
    const { call, sync } = await ofWorkspace(key);
    const clock = (body: unknown) => as(key)('PUT', call('/clock'), body);
    const time = 1_700_000_000_000;
    expect((await clock({ time, isFixed: true })).body).toEqual({
      ...{ now: time, offsetMs: null, fixedAt: time },
    });
    await sync('POST', '/lead', lead());
    const advanced = await as(key)('POST', call('/clock/advance'), { milliseconds: 5000 });
    expect(advanced.body.now).toBe(time + 5000);
    for (const wrong of [-1, 4_102_444_800_001, 1e300, 0.5]) {
      expect((await clock({ time: wrong })).status).toBe(400);
    }
    for (const edge of [0, 4_102_444_800_000]) {
      expect((await clock({ time: edge, isFixed: true })).status).toBe(200);
      expect((await sync('POST', '/lead', lead(edge === 0 ? 1 : 2))).status).toBe(201);
      expect((await sync('POST', '/lead/search', {})).status).toBe(200);
    }
    expect((await clock({ time: null })).body.offsetMs).toBe(0);
  });

  it('replaces tokens, limits leads and faults, and returns the usage', async () => {
    const { key } = await partner();
    const { call, sync, enterpriseId } = await ofWorkspace(key);
    const { body: tokens } = await as(key)('POST', call('/tokens'));
    expect((await sync('GET', '/metadata')).status).toBe(401);
    const renewed = (sent: unknown) =>
      callerOf(next(), { ...tokens, enterpriseId }).sync('POST', '/lead', sent);
    for (const number of [1, 2, 3]) expect((await renewed(lead(number))).status).toBe(201);
    expect((await renewed(lead(4))).body.error.code).toBe('QUOTA_EXCEEDED');
    const faults = Array.from({ length: 3 }, () => ({ status: 503, times: 1 }));
    expect((await as(key)('PUT', call('/faults'), faults)).status).toBe(403);
    const { body } = await as(key)('GET', call(''));
    expect(body).toMatchObject({ state: 'live', usage: { leads: 3 }, quotas: { leads: 3 } });
    expect(body.expiresOn).toBeGreaterThan(Date.now());
    expect((await as(key)('POST', call('/reset'))).status).toBe(204);
    expect((await as(key)('DELETE', call(''))).status).toBe(204);
    expect((await as(key)('GET', call(''))).status).toBe(404);
  });

  it('accepts exactly as many bytes as the quota allows, however many requests arrive at once', async () => {
    const { key } = await partner();
    const { call, ...workspace } = await ofWorkspace(key);
    const bodyOf = (index: number) => ({
      fields: { phone: '919999999999', name: `${100 + index}` },
    });
    const size = JSON.stringify(bodyOf(0)).length;
    const responses = await Promise.all(
      Array.from({ length: 60 }, (_, index) => callerOf(next(), workspace).queue(bodyOf(index))),
    );
    const accepted = Math.floor(quotaBytes / size);
    expect(statuses(responses)).toEqual([
      ...Array.from({ length: accepted }, () => 200),
      ...Array.from({ length: 60 - accepted }, () => 403),
    ]);
    expect((await as(key)('GET', call(''))).body.usage.bytes).toBe(accepted * size);
  });

  it('accepts exactly as many calls of a partner as the quota allows, in all processes together', async () => {
    const [{ key }, other] = await Promise.all([partner('A'), partner('B')]);
    const responses = await Promise.all(
      Array.from({ length: callsPerMinute + 20 }, () => as(key)('GET', '/access')),
    );
    expect(statuses(responses)).toEqual([
      ...Array.from({ length: callsPerMinute }, () => 200),
      ...Array.from({ length: 20 }, () => 429),
    ]);
    const { headers, body } = await as(key)('POST', '/workspaces', {});
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(body.error.message).toContain(`The quota of ${callsPerMinute} calls`);
    for (const allowed of [other.key, adminToken]) {
      expect((await as(allowed)('GET', '/access')).status).toBe(200);
    }
  });

  it('transfers an unclaimed workspace to one partner if several claim it concurrently', async () => {
    const partners = await Promise.all([partner('A'), partner('B'), partner('C')]);
    const { call, syncToken } = await ofWorkspace();
    const claims = await Promise.all(
      partners.map(({ key }) => as(key)('POST', call('/claim'), { syncToken })),
    );
    expect(statuses(claims)).toEqual([204, 404, 404]);
  });

  it('does not apply the expiry of an unclaimed workspace once it is claimed', async () => {
    const { key } = await partner();
    const { call, sync, syncToken } = await ofWorkspace();
    // The use of the workspace is recorded up to a second later.
    const used = [1, 2, 3, 4].map(() => sync('GET', '/metadata'));
    expect((await as(key)('POST', call('/claim'), { syncToken })).status).toBe(204);
    await Promise.all(used);
    for (const _ of mocks) await admin('GET', call(''));
    const { state, expiresOn } = (await admin('GET', call(''))).body;
    expect(state).toBe('live');
    expect(expiresOn).toBeLessThan(Date.now() + 2 * 3_600_000);
  });

  it('applies concurrent operations of two admins once', async () => {
    const { partnerId } = await partner();
    const deletions = await Promise.all(
      [1, 2, 3].map(() => admin('DELETE', `/partners/${partnerId}`)),
    );
    expect(statuses(deletions)).toEqual([204, 404, 404]);
    const keys = await Promise.all([1, 2].map(async () => (await partner()).key));
    expect(new Set(keys).size).toBe(2);
  });

  it('processes or rejects the requests of a partner who is deleted meanwhile', async () => {
    const { key, partnerId } = await partner();
    const { sync, enterpriseId } = await ofWorkspace(key);
    const reads = Array.from({ length: 30 }, () => sync('POST', '/lead/search', {}));
    const changes = Array.from({ length: 10 }, () => as(key)('POST', '/workspaces', {}));
    const deleted = admin('DELETE', `/partners/${partnerId}`);
    for (const { status } of await Promise.all(reads)) expect([200, 401]).toContain(status);
    for (const { status } of await Promise.all(changes)) expect([201, 401, 403]).toContain(status);
    expect((await deleted).status).toBe(204);
    expect((await admin('GET', `/workspaces/${enterpriseId}`)).status).toBe(404);
    // No concurrently created workspace is left without an owner.
    const { body } = await admin('GET', '/workspaces?limit=1000');
    const owners = body.data.map((workspace: { partnerId: string }) => workspace.partnerId);
    expect(owners).not.toContain(partnerId);
  });

  it('lists callers and operations, with failed sign-ins', async () => {
    const { key } = await partner("Robert'); DROP TABLE partner;--");
    await ofWorkspace(key);
    const unclaimed = await ofWorkspace();
    await admin('DELETE', unclaimed.call(''));
    await as('a-wrong-key')('GET', '/partners');
    const { body } = await admin('GET', '/audit?limit=1000');
    const seen = body.data.map(({ actor }: { actor: string }) => actor);
    expect(new Set(seen)).toEqual(new Set(['admin', 'partner', 'open', 'unknown']));
    expect(JSON.stringify(body)).not.toMatch(/a-wrong-key|key-|sync-|async-|Robert/);
  });
});
