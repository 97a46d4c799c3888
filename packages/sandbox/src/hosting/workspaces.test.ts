import { describe, expect, it } from 'vitest';
import { adminToken, hosted } from '../testing/hosted.ts';
import type { WorkspaceCredentials } from '../workspaces/credentials.ts';

const lead = (number: number) => ({ fields: { phone: String(919000000000 + number) } });

/** A workspace of the operator. */
async function fresh() {
  const shared = hosted({ adminToken: undefined });
  const own = await shared.workspace();
  const path = `/workspaces/${own.enterpriseId}`;
  const manage = (method: string, below: string, body?: unknown) =>
    shared.as()(method, path + below, body);
  const total = async (workspace: WorkspaceCredentials = own) =>
    (await shared.caller(workspace).sync('POST', '/lead/search', {})).body.total_count;
  return { ...shared, own, manage, total, ...shared.caller(own) };
}

describe('snapshots', () => {
  it('are saved, listed, restored and deleted', async () => {
    const { sync, manage, total } = await fresh();
    await sync('POST', '/lead', lead(1));
    expect((await manage('PUT', '/snapshots/before-import')).status).toBe(204);
    await sync('POST', '/lead', lead(2));
    expect((await manage('GET', '/snapshots')).body.data).toMatchObject([
      { name: 'before-import', leads: 1 },
    ]);
    expect((await manage('POST', '/snapshots/before-import/restore')).status).toBe(204);
    expect(await total()).toBe(1);
    expect((await sync('POST', '/lead', lead(1))).body.error.code).toBe('LEAD_ALREADY_EXISTS');
    expect((await sync('POST', '/lead', lead(2))).status).toBe(201);
    expect((await manage('DELETE', '/snapshots/before-import')).status).toBe(204);
    for (const method of ['POST', 'DELETE']) {
      const suffix = method === 'POST' ? '/restore' : '';
      const missing = await manage(method, `/snapshots/before-import${suffix}`);
      expect([missing.status, missing.body.error.code]).toEqual([404, 'SNAPSHOT_NOT_FOUND']);
    }
  });

  it('must have a name that is valid in a path', async () => {
    const { manage } = await fresh();
    const { status, body } = await manage('PUT', '/snapshots/a%20b');
    expect([status, body.error.message]).toEqual([400, expect.stringContaining('path.name')]);
  });
});

it('clones content and definition of a workspace, with new tokens', async () => {
  const { as, own, sync, manage, total, caller, workspace } = await fresh();
  await sync('POST', '/lead', lead(1));
  const { status, body } = await manage('POST', '/clone', { enterpriseId: 'ent_copy' });
  expect([status, body.enterpriseId]).toEqual([201, 'ent_copy']);
  expect(body.syncToken).not.toBe(own.syncToken);
  await caller(body).sync('POST', '/lead', lead(2));
  expect([await total(), await total(body)]).toEqual([1, 2]);
  const again = await manage('POST', '/clone', { enterpriseId: 'ent_copy' });
  expect([again.status, again.body.error.code]).toEqual([409, 'WORKSPACE_ALREADY_EXISTS']);
  const american = await workspace(undefined, { defaultCountry: 'US' });
  const copied = (await as()('POST', `/workspaces/${american.enterpriseId}/clone`)).body;
  const created = await caller(copied).sync('POST', '/lead', { fields: { phone: '2025550123' } });
  expect(created.body.remarks ?? []).toEqual([]);
  const found = await caller(copied).sync('POST', '/lead/search', {});
  expect(found.body.data[0].fields.phone).toBe('12025550123');
});

it('replaces tokens: the old ones are no longer accepted, and the leads remain', async () => {
  const { own, sync, queue, manage, total, caller } = await fresh();
  await sync('POST', '/lead', lead(1));
  const { status, body } = await manage('POST', '/tokens');
  expect([status, body.enterpriseId]).toEqual([200, own.enterpriseId]);
  expect((await sync('GET', '/metadata')).status).toBe(401);
  expect((await queue(lead(2))).status).toBe(401);
  expect(await total(body)).toBe(1);
  expect((await caller(body).queue(lead(2))).status).toBe(200);
});

describe('the clock of a workspace', () => {
  it('cannot be advanced beyond the latest date', async () => {
    const { as, storage, workspace } = hosted();
    const { enterpriseId } = await workspace(adminToken);
    await storage.workspaces.update(enterpriseId, () => ({
      clock: { fixedAt: Date.UTC(10_000, 0) - 2 },
    }));
    const advance = () =>
      as(adminToken)('POST', `/workspaces/${enterpriseId}/clock/advance`, { milliseconds: 1 });
    expect((await advance()).body.now).toBe(Date.UTC(10_000, 0) - 1);
    const { status, body } = await advance();
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringContaining('beyond the last date'),
    ]);
  });

  const day = 24 * 3600 * 1000;
  const at = Date.UTC(2030, 5, 1);

  async function createdOn({ sync, as, own }: Awaited<ReturnType<typeof fresh>>, number: number) {
    await sync('POST', '/lead', lead(number));
    const { body } = await as()(
      'GET',
      `/workspaces/${own.enterpriseId}/leads?search=${lead(number).fields.phone}`,
    );
    return body.data[0].fields.created_on;
  }

  it('can be set, stopped, advanced, and reset to the real time', async () => {
    const subject = await fresh();
    const { manage } = subject;
    const fixed = await manage('PUT', '/clock', { time: at, isFixed: true });
    expect(fixed.body).toEqual({ now: at, offsetMs: null, fixedAt: at });
    expect(await createdOn(subject, 1)).toBe(at);
    await manage('POST', '/clock/advance', { milliseconds: day });
    expect(await createdOn(subject, 2)).toBe(at + day);
    const started = Date.now();
    /** Expects a time of a clock that has run since it was started at this one. */
    const expectRunning = (time: number, from: number) => {
      expect(time).toBeGreaterThanOrEqual(from);
      expect(time).toBeLessThanOrEqual(from + Date.now() - started);
    };
    const running = await manage('PUT', '/clock', { time: at });
    expectRunning(running.body.now, at);
    await manage('POST', '/clock/advance', { milliseconds: day });
    expectRunning(await createdOn(subject, 3), at + day);
    const real = await manage('PUT', '/clock', { time: null });
    expect(real.body.offsetMs).toBe(0);
    expectRunning(await createdOn(subject, 4), started);
  });

  it('applies to queued bodies without delaying them', async () => {
    const { as, own, queue, manage } = await fresh();
    await manage('PUT', '/clock', { time: at, isFixed: true });
    await queue(lead(1));
    await manage('POST', '/drain');
    const { body } = await as()('GET', `/workspaces/${own.enterpriseId}/leads`);
    expect(body.data[0].fields.created_on).toBe(at);
    expect(body.data[0].id.slice(0, 8)).toBe((at / 1000).toString(16));
  });

  it.each([[{}], [{ time: -1 }], [{ time: 'now' }]])('cannot be set to %j', async (body) => {
    const { manage } = await fresh();
    expect((await manage('PUT', '/clock', body)).status).toBe(400);
  });
});

describe('the variants of a workspace', () => {
  it('can be replaced while it is used', async () => {
    const { manage, queue, sync } = await fresh();
    expect((await manage('GET', '')).body.variants).toEqual({});
    expect((await queue(lead(1))).body).toEqual({ status: 'QUEUED' });
    const changed = await manage('PUT', '/variants', {
      acknowledgement: 'result',
      documentedSearchRows: true,
    });
    expect(changed).toMatchObject({
      status: 200,
      body: { acknowledgement: 'result', documentedSearchRows: true },
    });
    expect((await queue(lead(2))).body).toEqual({ result: 'Accepted' });
    expect((await sync('POST', '/lead/search', {})).body.data[0]).toEqual({
      fields: lead(2).fields,
    });
    await manage('PUT', '/variants', { acknowledgement: 'noContent' });
    expect((await queue(lead(3))).status).toBe(204);
    expect((await manage('GET', '')).body.variants).toEqual({ acknowledgement: 'noContent' });
    await manage('PUT', '/variants', {});
    expect((await queue(lead(4))).body).toEqual({ status: 'QUEUED' });
    expect((await sync('POST', '/lead/search', {})).body.total_count).toBe(4);
  });

  it.each([
    [{ acknowledgement: 'OK' }, 'body.acknowledgement is invalid'],
    [{ documentedRows: true }, 'body.documentedRows is not known'],
    [{ prefixedActionTypes: 1 }, 'body.prefixedActionTypes is invalid'],
    [[], 'body is an array'],
    [null, 'body'],
  ])('cannot be %j', async (body, message) => {
    const { manage } = await fresh();
    const rejected = await manage('PUT', '/variants', body);
    expect(rejected.status).toBe(400);
    expect(rejected.body.error.message).toContain(message);
    expect((await manage('GET', '')).body.variants).toEqual({});
  });
});
