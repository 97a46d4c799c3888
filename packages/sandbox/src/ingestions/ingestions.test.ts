import { expect, it, vi } from 'vitest';
import { createSandbox } from '../create-sandbox.ts';
import { callerOf } from '../testing/caller.ts';
import { createIngestions, type Ingestions } from './ingestions.ts';

const context = { now: () => 0, id: () => 'id', secret: () => '' };

function ingestionsWith(remarkLength: number, delayMs = 0): Ingestions {
  const remark = { field: 'f', status: 'IGNORED' as const, remark: 'x'.repeat(remarkLength) };
  return createIngestions({
    process: async () => ({ outcome: 'DROPPED', lead_id: null, actions: [], remarks: [remark] }),
    delayMs,
    log: () => {},
  });
}

it('lists dropped leads like any other', async () => {
  await using sandbox = createSandbox({ strict: true, asyncDelayMs: 60_000 });
  const { queue, ingestions } = callerOf(sandbox);
  await queue({ fields: { name: 'Nobody' } });
  await queue({ fields: { phone: '919876543210' } });
  expect((await ingestions()).data).toMatchObject([
    { state: 'PROCESSED', outcome: 'CREATED' },
    { state: 'PROCESSED', outcome: 'DROPPED', lead_id: null },
  ]);
});

it('removes the oldest if their remarks are large, even if the requests were small', async () => {
  const ingestions = ingestionsWith(1024 * 1024);
  for (let count = 0; count < 200; count++) ingestions.add({ fields: {} }, 100, context);
  await ingestions.drain();
  expect(ingestions.size).toBeLessThan(40);
  expect(ingestions.size).toBeGreaterThan(0);
});

it('limits the number of small ones', async () => {
  const ingestions = ingestionsWith(1);
  for (let count = 0; count < 25_000; count++) ingestions.add({}, 1, context);
  await ingestions.drain();
  ingestions.add({}, 1, context);
  expect(ingestions.size).toBeLessThanOrEqual(11_000);
  expect(ingestions.size).toBeGreaterThanOrEqual(10_000);
});

it('does not delay large requests', async () => {
  const ingestions = ingestionsWith(1, 600_000);
  for (let count = 0; count < 40; count++) ingestions.add({}, 1024 * 1024, context);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(ingestions.queued).toBeLessThan(20);
  ingestions.clear();
});

it('limits the size of a page', async () => {
  const ingestions = ingestionsWith(6 * 1024 * 1024);
  for (let count = 0; count < 5; count++) ingestions.add({}, 1, context);
  await ingestions.drain();
  const { data, total_count: total } = ingestions.list({ skip: 0, limit: 1000 });
  expect(total).toBeGreaterThan(3);
  expect(data).toHaveLength(1);
  expect(ingestions.list({ skip: 1, limit: 1000 }).data).toHaveLength(1);
});

it('yields to the event loop while it processes a long queue', async () => {
  const ingestions = createIngestions({
    async process() {
      const until = performance.now() + 5;
      while (performance.now() < until);
      return { outcome: 'DROPPED', lead_id: null, actions: [], remarks: [] };
    },
    delayMs: 600_000,
    log: () => {},
  });
  for (let count = 0; count < 200; count++) ingestions.add({}, 1, context);
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  await ingestions.drain();
  clearInterval(timer);
  expect(turns).toBeGreaterThan(20);
});

it('processes nothing after it was stopped', async () => {
  const ingestions = ingestionsWith(1, 5);
  ingestions.add({}, 1, context);
  ingestions.stop();
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(ingestions.queued).toBe(1);
  expect(ingestions.list({ skip: 0, limit: 1 }).data[0]?.state).toBe('QUEUED');
});

it('reports a failure of the sandbox as its own error', async () => {
  const log = vi.fn();
  const ingestions = createIngestions({
    process: async (body) => {
      if (body === 'broken') throw new RangeError('jane@secret.example');
      return { outcome: 'CREATED', lead_id: 'lead', actions: [], remarks: [] };
    },
    delayMs: 0,
    log,
  });
  ingestions.add('broken', 1, context);
  ingestions.add({}, 1, context);
  await ingestions.drain();
  expect(ingestions.list({ skip: 0, limit: 2 }).data).toMatchObject([
    { outcome: 'CREATED' },
    { outcome: 'DROPPED', remarks: [{ remark: expect.stringContaining('error of the sandbox') }] },
  ]);
  expect(log.mock.calls).toEqual([['RangeError while processing an ingestion']]);
});
