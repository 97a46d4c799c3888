import { describe, expect, it } from 'vitest';
import { createSandbox } from '../create-sandbox.ts';
import { callerOf, send } from '../testing/caller.ts';
import { systemClock } from './system-clock.ts';

/** The responses to a series of requests, byte for byte. */
async function transcript(): Promise<string> {
  await using sandbox = createSandbox({ strict: true, deterministic: true });
  const created = await send(sandbox, '/_sandbox/workspaces', 'POST', {});
  const own = callerOf(sandbox, created.body);
  const { sync, queue, control } = callerOf(sandbox);
  const responses = [created];
  for (let number = 10; number < 20; number++) {
    responses.push(await queue({ fields: { phone: `9199999999${number}`, rating: number } }));
    const lead = { fields: { phone: `9198888888${number}` }, actions: [{ type: '1001' }] };
    responses.push(await sync('POST', '/lead', lead));
  }
  responses.push(await sync('POST', '/lead/search?limit=100', {}));
  responses.push(await control('GET', '/ingestions?limit=100'));
  responses.push(await control('GET', '/requests?limit=100'));
  responses.push(await control('GET', '/leads?limit=100'));
  responses.push(await own.sync('POST', '/lead', { fields: { phone: '919999999999' } }));
  responses.push(await send(sandbox, '/_sandbox/workspaces'));
  return JSON.stringify(
    responses.map(({ status, headers, body }) => [status, headers.get('date'), body]),
  );
}

describe('a deterministic sandbox', () => {
  it('sends the same bytes for the same requests, and each lead has a unique ID', async () => {
    const [one, other] = await Promise.all([transcript(), transcript()]);
    expect(one).toBe(other);
    const ids = [...one.matchAll(/"lead_id":"(\w+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBeGreaterThanOrEqual(21);
    expect(one).toContain('"state":"PROCESSED"');
    expect(one).not.toContain('"state":"QUEUED"');
  });

  it.each([
    ['/_sandbox/workspaces', '"leads":3'],
    ['/_sandbox/workspaces/ent_sandbox/leads', '"total_count":3'],
    ['/_sandbox/workspaces/ent_sandbox/ingestions', '"state":"PROCESSED"'],
  ])('processes the queue before it responds to GET %s', async (path, found) => {
    await using sandbox = createSandbox({ deterministic: true, asyncDelayMs: 60_000 });
    await callerOf(sandbox).queue({ fields: { phone: '919999999999' } });
    expect(JSON.stringify((await send(sandbox, path)).body)).toContain(found);
  });
});

it('generates IDs of 24 hex digits that begin with the time', () => {
  const { id, now } = systemClock().beginCall();
  const ids = Array.from({ length: 2000 }, id);
  expect(new Set(ids).size).toBe(2000);
  for (const one of ids) expect(one).toMatch(/^[0-9a-f]{24}$/);
  expect(Number.parseInt(ids[0]?.slice(0, 8) ?? '', 16)).toBeCloseTo(now() / 1000, -1);
});

it('generates IDs in the order of time across processes', () => {
  let now = Date.UTC(2026, 0);
  const clocks = Array.from({ length: 20 }, () => systemClock(() => now++).beginCall());
  const ids = Array.from({ length: 200 }, (_, index) => clocks[index % 20]?.id());
  expect(ids.toSorted()).toEqual(ids);
});
