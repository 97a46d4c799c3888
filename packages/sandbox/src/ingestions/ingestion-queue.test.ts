import { createWorkspace, type Ingestion as Outcome } from '@telecrm/workspace';
import { expect, it, vi } from 'vitest';
import { systemClock } from '../clock/system-clock.ts';
import { createSandbox } from '../create-sandbox.ts';
import { createMemoryStorage } from '../storage/memory/memory-storage.ts';
import { callerOf } from '../testing/caller.ts';
import { addWorkspace } from '../workspaces/add-workspace.ts';
import { ingestionOf } from './ingestion.ts';
import { createIngestionQueue } from './ingestion-queue.ts';

const context = { now: () => 0, id: () => 'id', secret: () => '' };
/** Busy machines take longer than the second that Vitest waits by default. */
const waitOptions = { timeout: 15_000 };
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const dropped: Outcome = { outcome: 'DROPPED', lead_id: null, actions: [], remarks: [] };

/** A queue with another function for processing bodies. */
async function queueWith(
  ingest: (body: unknown) => Promise<Outcome>,
  { delayMs = 0, log = () => {} }: { delayMs?: number; log?: (text: string) => void } = {},
) {
  const storage = createMemoryStorage();
  const { definition } = await createWorkspace();
  const { enterpriseId } = definition;
  const tokens = { sync: 's', async: 'a' };
  await addWorkspace(storage, { definition, tokens, withRecords: false }, context);
  const store = storage.workspaceStore(enterpriseId);
  const workspace = { ...(await createWorkspace({ definition, store })), ingest };
  const open = async () => workspace;
  const queue = createIngestionQueue({ storage, clock: systemClock(), open, delayMs, log });
  const usage = async () => {
    const [found] = await storage.workspaces.usage([enterpriseId]);
    return { size: found?.ingestions ?? 0, queued: found?.queued ?? 0 };
  };
  return {
    usage,
    add: (body: unknown, size = 1) => queue.add(enterpriseId, { body, size, context }),
    drain: () => queue.drain(enterpriseId),
    stop: queue.stop,
    list: async (skip = 0) =>
      (await storage.ingestions.list(enterpriseId, { skip, limit: 1000 })).items.map(ingestionOf),
  };
}

/** A queue in which every body gets a remark of the given length. */
function remarkingQueue(remarkLength: number, delayMs = 0) {
  const remark = { field: 'f', status: 'IGNORED' as const, remark: 'x'.repeat(remarkLength) };
  return queueWith(async () => ({ ...dropped, remarks: [remark] }), { delayMs });
}

/** A queue that appends each body, an object with a number, to a list. */
async function listingQueue(delayMs: number) {
  const list: unknown[] = [];
  const queue = await queueWith(
    async (body) => {
      await Promise.resolve();
      list.push(Object(body).number);
      return dropped;
    },
    { delayMs },
  );
  return { ...queue, list, add: (number: number) => queue.add({ number }) };
}

it('lists dropped ingestions like all others', async () => {
  await using sandbox = createSandbox({ strict: true, asyncDelayMs: 60_000 });
  const { queue, ingestions } = callerOf(sandbox);
  await queue({ fields: { name: 'Nobody' } });
  await queue({ fields: { phone: '919876543210' } });
  expect((await ingestions()).data).toMatchObject([
    { state: 'PROCESSED', outcome: 'CREATED' },
    { state: 'PROCESSED', outcome: 'DROPPED', lead_id: null },
  ]);
});

it('processes bodies in order, each after its delay', async () => {
  const queue = await listingQueue(30);
  for (let number = 0; number < 5; number++) await queue.add(number);
  expect([queue.list, (await queue.usage()).queued]).toEqual([[], 5]);
  await pause(10);
  expect(queue.list).toEqual([]);
  await vi.waitFor(async () => expect((await queue.usage()).queued).toBe(0), waitOptions);
  expect(queue.list).toEqual([0, 1, 2, 3, 4]);
});

it('processes bodies that are added during processing', async () => {
  const queue = await listingQueue(1);
  for (let number = 0; number < 200; number++) {
    await queue.add(number);
    if (number % 20 === 0) await pause(1);
  }
  await vi.waitFor(async () => expect((await queue.usage()).queued).toBe(0), waitOptions);
  expect(queue.list).toEqual(Array.from({ length: 200 }, (_, number) => number));
});

it('drains without waiting for the delays, but after earlier work', async () => {
  const queue = await listingQueue(60_000);
  for (let number = 0; number < 3000; number++) await queue.add(number);
  await queue.drain();
  expect(queue.list).toHaveLength(3000);
  await queue.add(-1);
  await pause(20);
  expect((await queue.usage()).queued).toBe(1);
  await Promise.all([queue.drain(), queue.drain()]);
  expect(queue.list.at(-1)).toBe(-1);
  await queue.drain();
});

it('uses real time even if a test has replaced the date', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const queue = await listingQueue(10);
    await queue.add(1);
    await vi.waitFor(() => expect(queue.list).toEqual([1]), waitOptions);
  } finally {
    vi.useRealTimers();
  }
});

it('forgets the oldest ones if their remarks are large, however small the requests were', async () => {
  const queue = await remarkingQueue(1024 * 1024);
  for (let count = 0; count < 200; count++) await queue.add({ fields: {} }, 100);
  await queue.drain();
  const { size } = await queue.usage();
  expect(size).toBeLessThan(40);
  expect(size).toBeGreaterThan(0);
});

it('limits the number of small ones', async () => {
  const queue = await remarkingQueue(1);
  for (let count = 0; count < 12_000; count++) await queue.add({});
  await queue.drain();
  await queue.add({});
  const { size } = await queue.usage();
  expect(size).toBeLessThanOrEqual(11_000);
  expect(size).toBeGreaterThanOrEqual(10_000);
});

it('processes large requests without waiting for their delay', async () => {
  const queue = await remarkingQueue(1, 600_000);
  for (let count = 0; count < 40; count++) await queue.add({}, 1024 * 1024);
  await vi.waitFor(async () => expect((await queue.usage()).queued).toBeLessThan(20), waitOptions);
});

it('limits a page to the size of a response', async () => {
  const queue = await remarkingQueue(6 * 1024 * 1024);
  for (let count = 0; count < 5; count++) await queue.add({});
  await queue.drain();
  expect((await queue.usage()).size).toBeGreaterThan(3);
  expect(await queue.list()).toHaveLength(1);
  expect(await queue.list(1)).toHaveLength(1);
});

it('yields to the event loop while it processes a long queue', async () => {
  const queue = await queueWith(
    async () => {
      const until = performance.now() + 5;
      while (performance.now() < until);
      return dropped;
    },
    { delayMs: 600_000 },
  );
  for (let count = 0; count < 200; count++) await queue.add({});
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  await queue.drain();
  clearInterval(timer);
  expect(turns).toBeGreaterThan(20);
});

it('processes nothing after it is stopped', async () => {
  const queue = await remarkingQueue(1, 5);
  await queue.add({});
  queue.stop();
  await pause(30);
  expect((await queue.usage()).queued).toBe(1);
  expect((await queue.list())[0]?.state).toBe('QUEUED');
});

it('reports an error of the sandbox as such, and not as an error of the caller', async () => {
  const log = vi.fn();
  const queue = await queueWith(
    async (body) => {
      if (Object(body).broken) throw new RangeError('jane@secret.example');
      return { ...dropped, outcome: 'CREATED', lead_id: 'lead' };
    },
    { log },
  );
  await queue.add({ broken: true });
  await queue.add({});
  await queue.drain();
  expect(await queue.list()).toMatchObject([
    { outcome: 'CREATED' },
    {
      outcome: 'DROPPED',
      remarks: [{ remark: expect.stringContaining('an error of the sandbox') }],
    },
  ]);
  expect(log.mock.calls).toEqual([['RangeError while processing an ingestion']]);
});

it('retries after the storage has failed', async () => {
  const log = vi.fn();
  const storage = createMemoryStorage();
  const { definition } = await createWorkspace();
  const { enterpriseId } = definition;
  const tokens = { sync: 's', async: 'a' };
  await addWorkspace(storage, { definition, tokens, withRecords: false }, context);
  const failing = vi.spyOn(storage.ingestions, 'process');
  failing.mockRejectedValueOnce(new Error('jane@secret.example'));
  const workspace = await createWorkspace({ store: storage.workspaceStore(enterpriseId) });
  const deps = { storage, clock: systemClock(), open: async () => workspace, delayMs: 0, log };
  const queue = createIngestionQueue(deps);
  await queue.add(enterpriseId, { body: {}, size: 1, context });
  await vi.waitFor(() => expect(failing.mock.calls.length).toBeGreaterThan(1), waitOptions);
  expect(log.mock.calls).toEqual([['Error while processing a queue']]);
});

it('processes a body with the time of its request, also after a failure of the storage', async () => {
  const storedWith = async (failures: number) => {
    const storage = createMemoryStorage();
    const { process } = storage.ingestions;
    let left = failures;
    storage.ingestions.process = (enterpriseId, options, work) =>
      process(enterpriseId, options, async (ingestion, store) => {
        if (left-- <= 0) return work(ingestion, store);
        await work(ingestion, { ...store, transaction: () => Promise.reject(new Error('full')) });
        throw new Error('The disk is full');
      });
    await using sandbox = createSandbox({ workspace: {}, deterministic: true, storage });
    const { queue } = callerOf(sandbox);
    await queue({ fields: { phone: '919876543210' } });
    for (let drains = 0; drains < failures; drains++) {
      await expect(sandbox.workspace.drain()).rejects.toThrow('The disk is full');
    }
    await sandbox.workspace.drain();
    return (await sandbox.workspace.leads()).data.map(({ fields }) => fields);
  };
  const usual = await storedWith(0);
  expect(usual).toHaveLength(1);
  expect(await storedWith(1)).toEqual(usual);
});
