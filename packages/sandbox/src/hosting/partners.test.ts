import { describe, expect, it } from 'vitest';
import { controlOperations } from '../generated/control-operations.ts';
import { hostingOperations } from '../generated/hosting-operations.ts';
import type { AuditEntry } from '../storage/audit.ts';
import type { SandboxStorage } from '../storage/storage.ts';
import { adminToken, hosted } from '../testing/hosted.ts';

const lead = { fields: { phone: '919999999999' } };

/** All records of a storage as text. */
async function dump({
  workspaces,
  partners,
  hosting,
  ...storage
}: SandboxStorage): Promise<string> {
  const page = { skip: 0, limit: 1000 };
  const { items } = await workspaces.list({}, page);
  const contents = items.map(async ({ enterpriseId }) => [
    await storage.workspaceStore(enterpriseId).snapshot(),
    await storage.ingestions.list(enterpriseId, page),
    await storage.requests.list(enterpriseId, page),
    await storage.snapshots.list(enterpriseId),
    await storage.faults.list(enterpriseId),
  ]);
  const lists = [items, await partners.list(page), await hosting?.audit.list({}, page)];
  return JSON.stringify([lists, await Promise.all(contents)]);
}

describe('a partner', () => {
  it('gets a key that is returned once and stored only as a hash, like the tokens', async () => {
    const { as, partner, workspace, caller, storage } = hosted();
    const { key, partnerId } = await partner('Acme Agency');
    const own = await workspace(key);
    await caller(own).sync('POST', '/lead', lead);
    await caller(own).queue(lead);
    await as(key)('PUT', `/workspaces/${own.enterpriseId}/snapshots/one`);
    const { body } = await as(adminToken)('GET', '/partners');
    expect(body.data).toMatchObject([{ partnerId, name: 'Acme Agency' }]);
    const text = await dump(storage);
    expect(text).toContain('919999999999');
    for (const secret of [key, own.syncToken, own.asyncToken, adminToken]) {
      expect(secret.length).toBeGreaterThan(10);
      expect(text + JSON.stringify(body)).not.toContain(secret);
    }
  });

  it('manages its own workspaces and sees no others', async () => {
    const { as, partner, workspace } = hosted();
    const [a, b] = [await partner('A'), await partner('B')];
    const ofA = await workspace(a.key);
    await workspace(b.key);
    const { body } = await as(a.key)('GET', '/workspaces');
    expect(body).toMatchObject({ total_count: 1, data: [{ enterpriseId: ofA.enterpriseId }] });
    expect((await as(adminToken)('GET', '/workspaces')).body.total_count).toBe(3);
    expect((await as(a.key)('GET', '/access')).body).toMatchObject({
      role: 'partner',
      partner: { partnerId: a.partnerId, name: 'A' },
      quotas: { workspaces: 25 },
    });
    expect((await as(adminToken)('GET', '/access')).body).toMatchObject({
      ...{ role: 'admin', partner: null, quotas: { workspaces: 25 } },
    });
  });

  const bodies: Record<string, unknown> = {
    createTimelineEvent: { type: 'OUTGOING_CALL' },
    replaceFaults: [{ status: 500 }],
    setClock: { time: null },
    advanceClock: { milliseconds: 1 },
    setVariants: { acknowledgement: 'text' },
    changeVariants: { acknowledgement: 'text' },
    addFault: { status: 500 },
    removeFault: { status: 500 },
    claimWorkspace: { syncToken: 'sync-0123456789' },
  };
  const ofWorkspaces = [...controlOperations, ...hostingOperations].filter(({ path }) => {
    return path.includes('{enterpriseId}');
  });

  it.each(ofWorkspaces.map(({ id, method, path }) => [id, method, path] as const))(
    "cannot tell another partner's workspace from one that does not exist by %s",
    async (id, method, path) => {
      const { as, partner, workspace, caller, sandbox } = hosted();
      const [a, b] = [await partner('A'), await partner('B')];
      const ofB = await workspace(b.key);
      const before = await caller(ofB).sync('POST', '/lead', lead);
      const call = async (enterpriseId: string) => {
        const named = { leadId: before.body.lead_id, name: 'one', enterpriseId };
        const url = path
          .replace('/_sandbox', '')
          .replaceAll(/\{(\w+)\}/g, (_, name: keyof typeof named) => named[name]);
        const { status, body } = await as(a.key)(method, url, bodies[id]);
        return [status, body];
      };
      const found = await call(ofB.enterpriseId);
      expect(found).toEqual(await call('ent_nobody'));
      expect(found).toMatchObject([404, { error: { code: 'ENTERPRISE_NOT_FOUND' } }]);
      expect(await call(sandbox.workspace.enterpriseId)).toEqual(found);
      expect((await caller(ofB).sync('POST', '/lead/search', {})).body.total_count).toBe(1);
    },
  );

  it('cannot find out which enterprise IDs are in use', async () => {
    const { as, partner, workspace } = hosted();
    const [a, b] = [await partner('A'), await partner('B')];
    const { enterpriseId } = await workspace(b.key);
    const own = await as(a.key)('POST', '/workspaces', { enterpriseId, seats: 3 });
    expect([own.status, own.body.enterpriseId]).toEqual([201, expect.stringMatching(/^ent_/)]);
    expect(own.body.enterpriseId).not.toBe(enterpriseId);
    const path = `/workspaces/${own.body.enterpriseId}/clone`;
    const copy = await as(a.key)('POST', path, { enterpriseId });
    expect(copy.status).toBe(201);
    expect(copy.body.enterpriseId).not.toBe(enterpriseId);
  });

  it.each([
    ['GET', '/partners', undefined],
    ['POST', '/partners', { name: 'Mine' }],
    ['DELETE', '/partners/partner_0', undefined],
  ])('cannot %s %s', async (method, path, body) => {
    const { as, partner } = hosted();
    const { key } = await partner();
    const rejected = await as(key)(method, path, body);
    expect([rejected.status, rejected.body.error.code]).toEqual([403, 'FORBIDDEN']);
    expect((await as(adminToken)('GET', '/partners')).body.total_count).toBe(1);
  });

  it("replaces its own key, and nobody else's", async () => {
    const { as, partner } = hosted();
    const [a, b] = [await partner('A'), await partner('B')];
    expect((await as(a.key)('POST', `/partners/${b.partnerId}/key`)).status).toBe(404);
    const { body, status } = await as(a.key)('POST', `/partners/${a.partnerId}/key`);
    expect([status, body.partnerId]).toEqual([200, a.partnerId]);
    expect((await as(a.key)('GET', '/workspaces')).status).toBe(401);
    expect((await as(body.key)('GET', '/workspaces')).status).toBe(200);
    expect((await as(adminToken)('POST', '/partners/partner_0/key')).status).toBe(404);
  });

  it('is deleted with its workspaces', async () => {
    const { as, partner, workspace, caller } = hosted();
    const { key, partnerId } = await partner();
    const own = await workspace(key);
    expect((await as(adminToken)('DELETE', `/partners/${partnerId}`)).status).toBe(204);
    expect((await as(key)('GET', '/workspaces')).status).toBe(401);
    expect((await caller(own).sync('GET', '/metadata')).status).toBe(401);
    expect((await as(adminToken)('DELETE', `/partners/${partnerId}`)).status).toBe(404);
  });
});

describe('a sandbox with an admin token', () => {
  it.each([undefined, 'wrong', 'sandbox-sync-token'])(
    'does nothing for the key %s',
    async (key) => {
      const { as } = hosted();
      for (const path of ['/workspaces', '/partners', '/audit', '/access', '/nothing']) {
        const { status, body } = await as(key)('GET', path);
        expect([status, body.error.code]).toEqual([401, 'NOT_AUTHORIZED']);
      }
      expect((await as(key)('POST', '/workspaces', {})).status).toBe(401);
      expect((await as(key)('GET', '/health')).status).toBe(200);
    },
  );

  it('records changes in an audit trail, without bodies', async () => {
    const { as, partner, workspace, caller } = hosted();
    const [a, b] = [await partner('Acme Agency'), await partner('B')];
    const { enterpriseId, ...tokens } = await workspace(a.key);
    await as(a.key)('PUT', `/workspaces/${enterpriseId}/faults`, [{ body: 'confidential' }]);
    await as(b.key)('POST', `/workspaces/${enterpriseId}/reset`);
    await as(a.key)('GET', '/workspaces');
    await caller({ enterpriseId, ...tokens }).sync('GET', '/metadata');
    const { body } = await as(adminToken)('GET', '/audit');
    const entries = body.data.map(
      ({ actor, partnerId, operation, status }: Record<string, unknown>) =>
        [actor, partnerId, operation, status] as const,
    );
    expect(entries).toEqual([
      ['partner', b.partnerId, 'resetWorkspace', 404],
      ['partner', a.partnerId, 'replaceFaults', 200],
      ['partner', a.partnerId, 'createWorkspace', 201],
      ['admin', null, 'createPartner', 201],
      ['admin', null, 'createPartner', 201],
    ]);
    expect(body.data[1].enterpriseId).toBe(enterpriseId);
    expect(JSON.stringify(body)).not.toMatch(/confidential|Acme|key-/);
    expect((await as(b.key)('GET', '/audit')).body.total_count).toBe(1);
  });
});

it('records only the IDs of workspaces in the audit trail, not what was sent in their place', async () => {
  const { as, partner, workspace } = hosted();
  const [a, b] = [await partner('A'), await partner('B')];
  const { enterpriseId } = await workspace(a.key);
  for (const named of [b.key, 'y'.repeat(10_000), enterpriseId]) {
    expect((await as(b.key)('DELETE', `/workspaces/${named}`)).status).toBe(404);
  }
  await as(a.key)('DELETE', `/workspaces/${enterpriseId}`);
  const { body } = await as(adminToken)('GET', '/audit?limit=4');
  const named = body.data.map((entry: { enterpriseId: string | null }) => entry.enterpriseId);
  expect(named).toEqual([enterpriseId, enterpriseId, null, null]);
});

it('records at most sixty rejected requests without a key per minute, so that nobody can fill the audit trail', async () => {
  const { as } = hosted({ open: true, openQuotas: { workspaces: 1 } });
  for (let count = 0; count < 100; count++) await as()('POST', '/workspaces', {});
  const { body } = await as(adminToken)('GET', '/audit?limit=1000');
  const statuses: number[] = body.data.map(({ status }: AuditEntry) => status);
  expect(statuses).toEqual([...Array(60).fill(403), 201]);
});

it('records each successful change without a key, however many were rejected', async () => {
  const { as, workspace } = hosted({ open: true });
  const first = await workspace();
  const manage = as(first.syncToken);
  const path = `/workspaces/${first.enterpriseId}`;
  for (let count = 0; count < 70; count++) await manage('DELETE', `${path}/snapshots/missing`);
  const second = await workspace();
  for (let count = 0; count < 70; count++) await manage('POST', `${path}/reset`);
  const { body } = await as(adminToken)('GET', '/audit?limit=1000');
  const entries = body.data.map(({ operation, status, subject, enterpriseId }: AuditEntry) =>
    [operation, status, subject ?? enterpriseId].join(' '),
  );
  expect(entries).toEqual([
    ...Array(70).fill(`resetWorkspace 204 ${first.enterpriseId}`),
    `createWorkspace 201 ${second.enterpriseId}`,
    ...Array(60).fill(`deleteSnapshot 404 ${first.enterpriseId}`),
    `createWorkspace 201 ${first.enterpriseId}`,
  ]);
});

it('records in the audit trail which workspaces and partners were created or changed', async () => {
  const { as, partner, workspace } = hosted();
  const { partnerId, key } = await partner();
  const { enterpriseId } = await workspace(key);
  const { body: copy } = await as(key)('POST', `/workspaces/${enterpriseId}/clone`);
  await as(key)('POST', `/partners/${partnerId}/key`);
  await as(adminToken)('DELETE', `/partners/${key}`);
  await as(adminToken)('DELETE', `/partners/${partnerId}`);
  const { body } = await as(adminToken)('GET', '/audit');
  const subjects = body.data.map((entry: AuditEntry) => [entry.operation, entry.subject]);
  expect(subjects).toEqual([
    ['deletePartner', partnerId],
    ['deletePartner', null],
    ['replacePartnerKey', partnerId],
    ['cloneWorkspace', copy.enterpriseId],
    ['createWorkspace', enterpriseId],
    ['createPartner', partnerId],
  ]);
  expect(JSON.stringify(body)).not.toContain(key);
});

it('does not reveal to a partner by its audit trail that a workspace exists', async () => {
  const { as, partner, workspace } = hosted();
  const [a, b] = [await partner('A'), await partner('B')];
  const [own, foreign] = [await workspace(a.key), await workspace(b.key)];
  for (const enterpriseId of [own.enterpriseId, foreign.enterpriseId, 'ent_unknown']) {
    await as(a.key)('DELETE', `/workspaces/${enterpriseId}/snapshots/missing`);
  }
  const deleted = await workspace(a.key);
  await as(a.key)('DELETE', `/workspaces/${deleted.enterpriseId}`);
  const idsFor = async (key: string) =>
    (await as(key)('GET', '/audit')).body.data
      .filter(({ operation }: { operation: string }) => operation.startsWith('delete'))
      .map(({ enterpriseId }: { enterpriseId: string | null }) => enterpriseId);
  expect(await idsFor(a.key)).toEqual([deleted.enterpriseId, null, null, own.enterpriseId]);
  expect(await idsFor(adminToken)).toEqual([
    deleted.enterpriseId,
    null,
    foreign.enterpriseId,
    own.enterpriseId,
  ]);
});

it('records failed sign-ins in the audit trail, without the token, and at most ten per minute', async () => {
  const { as, partner } = hosted();
  const { partnerId, key } = await partner('Acme');
  await as(adminToken)('DELETE', `/partners/${partnerId}`);
  await as()('GET', '/workspaces');
  await as(key)('POST', '/workspaces/ent_1/reset');
  for (let guess = 0; guess < 50; guess++) await as(`guess-${guess}`)('GET', '/partners');
  const { body } = await as(adminToken)('GET', '/audit?limit=100');
  const [first, ...others] = body.data
    .filter(({ actor }: { actor: string }) => actor === 'unknown')
    .reverse();
  expect(first).toEqual({
    ...{ actor: 'unknown', partnerId: null, operation: 'resetWorkspace', enterpriseId: null },
    ...{ subject: null, status: 401, time: expect.any(Number) },
  });
  expect(others.length).toBe(9);
  expect(JSON.stringify(body)).not.toMatch(/guess-|key-|ent_1/);
});

it('has a handler for each operation of the description, and requires no token unless one is configured', async () => {
  const { as, sandbox } = hosted({ adminToken: undefined });
  const { enterpriseId } = sandbox.workspace;
  expect((await as()('GET', '/access')).body.role).toBe('operator');
  expect((await as()('GET', `/workspaces/${enterpriseId}`)).body).toMatchObject({
    ...{ enterpriseId, state: 'live', partnerId: null, expiresOn: null, quotas: null },
    usage: { leads: 2 },
  });
});
