import { describe, expect, it } from 'vitest';
import { adminToken, hosted } from '../../testing/hosted.ts';
import type { Quotas } from './quotas.ts';

const phoneOf = (number: number) => String(919000000000 + number);
const lead = (number: number, more: object = {}) => ({
  fields: { phone: phoneOf(number) },
  ...more,
});

/** A partner's workspace with these quotas. */
async function withQuotas(quotas: Partial<Quotas>, asyncDelayMs = 0) {
  const shared = hosted({ quotas }, { asyncDelayMs });
  const { key } = await shared.partner();
  const own = await shared.workspace(key);
  return { ...shared, key, own, ...shared.caller(own), manage: shared.as(key) };
}

const rejectionWith = (message: string, status = 403) => ({
  status,
  body: { error: { code: 'QUOTA_EXCEEDED', message: expect.stringContaining(message) } },
});

describe('quotas', () => {
  it('limit the workspaces of each partner', async () => {
    const { as, partner, workspace } = hosted({ quotas: { workspaces: 2 } });
    const [a, b] = [await partner('A'), await partner('B')];
    const { enterpriseId } = await workspace(a.key);
    await workspace(a.key);
    const rejection = rejectionWith(
      'The quota of 2 workspaces is used up: delete a workspace first.',
    );
    expect(await as(a.key)('POST', '/workspaces')).toMatchObject(rejection);
    expect(await as(a.key)('POST', `/workspaces/${enterpriseId}/clone`)).toMatchObject(rejection);
    expect((await as(b.key)('POST', '/workspaces')).status).toBe(201);
    expect((await as(adminToken)('POST', '/workspaces')).status).toBe(201);
    await as(a.key)('DELETE', `/workspaces/${enterpriseId}`);
    expect((await as(a.key)('POST', '/workspaces')).status).toBe(201);
  });

  it('limit the leads created by both APIs, but not reads', async () => {
    const { sync, queue, manage, own } = await withQuotas({ leads: 2 });
    for (const number of [1, 2])
      expect((await sync('POST', '/lead', lead(number))).status).toBe(201);
    const rejection = rejectionWith('The quota of 2 leads');
    expect(await sync('POST', '/lead', lead(3))).toMatchObject(rejection);
    expect(await queue(lead(4))).toMatchObject(rejection);
    expect((await sync('POST', '/lead/search', {})).body.total_count).toBe(2);
    await manage('POST', `/workspaces/${own.enterpriseId}/reset`);
    expect((await sync('POST', '/lead', lead(3))).status).toBe(201);
  });

  it('of leads reject only what would create one', async () => {
    const { sync, queue, manage, own } = await withQuotas({ leads: 1 });
    const path = `/workspaces/${own.enterpriseId}`;
    const { body: created } = await sync('POST', '/lead', lead(1));
    const update = { fields: { phone: `+${phoneOf(1)}`, name: 'Jane' } };
    expect((await queue(update)).status).toBe(200);
    const rename = { fields: { name: 'Jane Doe' } };
    expect((await sync('POST', `/lead/${created.lead_id}`, rename)).status).toBe(200);
    // It creates no lead either, and the reason is more useful than the quota.
    expect((await queue({ fields: { Phone: phoneOf(2) } })).status).toBe(200);
    expect(await queue(lead(2))).toMatchObject(rejectionWith('The quota of 1 leads'));
    await manage('POST', `${path}/drain`);
    const { body } = await manage('GET', `${path}/ingestions`);
    const outcomes = body.data.map(({ outcome }: { outcome: string }) => outcome);
    expect(outcomes).toEqual(['DROPPED', 'UPDATED']);
  });

  it('of actions reject only what would add one', async () => {
    const { sync, queue } = await withQuotas({ actions: 1 });
    const actions = [{ type: '1001' }];
    expect((await sync('POST', '/lead', lead(1, { actions }))).status).toBe(201);
    expect((await sync('POST', '/lead', lead(2))).status).toBe(201);
    expect((await queue(lead(3, { actions: [] }))).status).toBe(200);
    const rejection = rejectionWith('The quota of 1 actions');
    expect(await sync('POST', '/lead', lead(4, { actions }))).toMatchObject(rejection);
    expect(await queue(lead(4, { actions }))).toMatchObject(rejection);
  });

  it('limit actions', async () => {
    const { sync } = await withQuotas({ actions: 1 });
    const { body } = await sync('POST', '/lead', lead(1, { actions: [{ type: '1001' }] }));
    const actions = { actions: [{ type: '1001' }] };
    const rejected = await sync('POST', `/lead/${body.lead_id}/action`, actions);
    expect(rejected).toMatchObject(rejectionWith('The quota of 1 actions'));
  });

  it('hold for requests at the same time, and store nothing of those beyond them', async () => {
    const { sync, queue, manage, own } = await withQuotas({ leads: 5, actions: 3 }, 60_000);
    const path = `/workspaces/${own.enterpriseId}`;
    for (const number of [1, 2, 3]) await queue(lead(number));
    await Promise.all([4, 5, 6, 7, 8, 9].map((number) => sync('POST', '/lead', lead(number))));
    await manage('POST', `${path}/drain`);
    const { body } = await sync('POST', '/lead/search', {});
    expect(body.total_count).toBe(5);
    const ingestions = (await manage('GET', `${path}/ingestions`)).body.data;
    expect(ingestions[0]).toMatchObject({
      outcome: 'DROPPED',
      remarks: [{ remark: expect.stringContaining('The quota of 5 leads') }],
    });
    const [found] = (await manage('GET', `${path}/leads`)).body.data;
    const actions = { actions: [{ type: '1001' }, { type: '1001' }] };
    const added = await Promise.all(
      [1, 2, 3].map(() => sync('POST', `/lead/${found.id}/action`, actions)),
    );
    expect(added.map(({ status }) => status).sort()).toEqual([200, 403, 403]);
    expect(added.find(({ status }) => status === 403)).toMatchObject(
      rejectionWith('The quota of 3 actions'),
    );
  });

  it('limit bytes', async () => {
    const { sync } = await withQuotas({ bytes: 1000 });
    const large = (length: number) => ({ fields: { phone: phoneOf(1), name: 'x'.repeat(length) } });
    const overhead = JSON.stringify(large(0)).length;
    const tooLarge = await sync('POST', '/lead', large(1001 - overhead));
    expect(tooLarge).toMatchObject(rejectionWith('1000 bytes'));
    // An invalid request writes nothing, so it is not counted.
    expect((await sync('POST', '/lead', { field: 'x'.repeat(900) })).status).toBe(400);
    expect((await sync('POST', '/lead', large(1000 - overhead))).status).toBe(201);
    expect(await sync('POST', '/lead', lead(2))).toMatchObject(rejectionWith('1000 bytes'));
    expect((await sync('GET', '/metadata')).status).toBe(200);
  });

  it('count the bytes of each request that writes, and of no other', async () => {
    const { sync, queue, manage, own } = await withQuotas({});
    const { body } = await sync('POST', '/lead', lead(1, { actions: [{ type: '1001' }] }));
    const path = `/lead/${body.lead_id}`;
    const action = { type: '1001', fields: { note: 'Called back' } };
    const member = {
      ...{ name: 'A', email: 'a@example.com', phone_number: '919000000009', role: 'CALLER' },
      password: 'Passw0rd!',
    };
    const bytes = async () =>
      (await manage('GET', `/workspaces/${own.enterpriseId}`)).body.usage.bytes;
    const added = async (send: () => Promise<{ status: number }>) => {
      const before = await bytes();
      expect((await send()).status).toBeLessThan(300);
      return (await bytes()) - before;
    };
    const size = (sent: object) => JSON.stringify(sent).length;
    const update = { fields: { name: 'B' } };
    expect(await added(() => queue(lead(2)))).toBe(size(lead(2)));
    expect(await added(() => sync('POST', path, update))).toBe(size(update));
    expect(await added(() => sync('POST', `${path}/action`, { actions: [action] }))).toBe(
      size({ actions: [action] }),
    );
    const actionPath = `${path}/action/${body.actions[0].action_id}`;
    expect(await added(() => sync('POST', actionPath, action))).toBe(size(action));
    expect(await added(() => sync('POST', '/team-members', member))).toBe(size(member));
    expect(await added(() => sync('POST', '/lead/search', {}))).toBe(0);
    expect(await added(() => sync('GET', path))).toBe(0);
  });

  it('limit requests per minute, with Retry-After', async () => {
    const { sync } = await withQuotas({ requestsPerMinute: 2 });
    for (let count = 0; count < 2; count++) await sync('GET', '/metadata');
    const rejected = await sync('GET', '/metadata');
    expect(rejected).toMatchObject(rejectionWith('The quota of 2 requests a minute', 429));
    const seconds = Number(rejected.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(60);
  });

  it('limit queued ingestions', async () => {
    const { queue, manage, own } = await withQuotas({ queued: 2 }, 60_000);
    for (const number of [1, 2]) expect((await queue(lead(number))).status).toBe(200);
    const rejected = await queue(lead(3));
    expect(rejected).toMatchObject(rejectionWith('The quota of 2 queued ingestions', 429));
    expect(rejected.headers.get('retry-after')).toBe('1');
    await manage('POST', `/workspaces/${own.enterpriseId}/drain`);
    expect((await queue(lead(3))).status).toBe(200);
  });

  it('limit faults', async () => {
    const { manage, own } = await withQuotas({ faults: 1 });
    const faults = [{ status: 500 }, { status: 503 }];
    const rejected = await manage('PUT', `/workspaces/${own.enterpriseId}/faults`, faults);
    expect(rejected).toMatchObject(rejectionWith('The quota of 1 faults'));
  });

  it('limit snapshots', async () => {
    const { manage, own } = await withQuotas({ snapshots: 1 });
    const path = `/workspaces/${own.enterpriseId}/snapshots`;
    expect((await manage('PUT', `${path}/one`)).status).toBe(204);
    expect(await manage('PUT', `${path}/two`)).toMatchObject(
      rejectionWith('The quota of 1 snapshots'),
    );
    expect((await manage('PUT', `${path}/one`)).status).toBe(204);
  });
});

it('do not apply to workspaces of the operator', async () => {
  const { sandbox, caller } = hosted({ quotas: { leads: 0, requestsPerMinute: 0 } });
  expect((await caller(sandbox.workspace).sync('POST', '/lead', lead(1))).status).toBe(201);
});
