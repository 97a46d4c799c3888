/** What ingestMany does with a lead that is not taken at once. */
import { expect, it } from 'vitest';
import { startNetwork, useJumpingClock } from '../../test/network.ts';
import {
  createRateLimiter,
  type IngestManyOptions,
  type IngestProgress,
  ingestMany,
} from '../index.ts';

useJumpingClock();

const hour = 3_600_000;
const leads = ['1', '2', '3'].map((name) => ({ fields: { phone: '919999999999', name } }));

it('a lead that our own limiter holds back for long is sent when its time has come', async () => {
  const options = { rateLimit: createRateLimiter({ requests: 1, windowMs: 3600000 }) };
  const { async, sent, bodies } = startNetwork([200], options);
  const outcomes = await Array.fromAsync(ingestMany(async, leads, { concurrency: 1 }));
  expect(outcomes).toMatchObject(leads.map((lead, index) => ({ ok: true, index, lead })));
  expect(sent).toEqual([0, hour, 2 * hour]);
  expect(bodies).toEqual(leads.map((lead) => JSON.stringify(lead)));
});

it('a stop ends such a wait, and the lead stays unsettled', async () => {
  const options = { rateLimit: createRateLimiter({ requests: 1, windowMs: 3600000 }) };
  const { async, sent } = startNetwork([200], options);
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 1000);
  const start = Date.now();
  const { signal } = controller;
  const outcomes = await Array.fromAsync(ingestMany(async, leads, { concurrency: 1, signal }));
  expect(outcomes).toMatchObject([{ ok: true, index: 0 }]);
  expect(Date.now() - start).toBe(1000);
  expect(sent).toEqual([0]);
});

it.each([
  ['as often as a call', {}, 3],
  ['as often as asked for', { retry: { maxAttempts: 5 } }, 5],
])('a lead is tried %s', async (_, options: Partial<IngestManyOptions>, times) => {
  const { async, sent } = startNetwork([503]);
  const [lead] = leads;
  const outcomes = await Array.fromAsync(ingestMany(async, lead ? [lead] : [], options));
  expect(outcomes).toMatchObject([{ ok: false, error: { status: 503 } }]);
  expect(sent).toHaveLength(times);
});

it.each([401, 429])('an answer of %i to the end stops the others', async (status) => {
  const { async, sent } = startNetwork([status]);
  const options = { concurrency: 1, retry: { maxAttempts: 1 } };
  await expect(Array.fromAsync(ingestMany(async, leads, options))).rejects.toMatchObject({
    status,
  });
  expect(sent).toHaveLength(1);
});

it.each([400, 404, 500])('an answer of %i does not, and the count goes on', async (status) => {
  const { async, sent, bodies } = startNetwork([status, 200]);
  const seen: IngestProgress[] = [];
  const onProgress = (progress: IngestProgress) => seen.push(progress);
  const options = { concurrency: 1, retry: { maxAttempts: 1 }, onProgress };
  const outcomes = await Array.fromAsync(ingestMany(async, leads, options));
  expect(outcomes.map(({ ok }) => ok)).toEqual([false, true, true]);
  expect(sent).toHaveLength(3);
  expect(bodies).toEqual(leads.map((lead) => JSON.stringify(lead)));
  expect(seen).toEqual([
    { queued: 0, failed: 1, next: 1, settled: [], uncertain: [] },
    { queued: 1, failed: 1, next: 2, settled: [], uncertain: [] },
    { queued: 2, failed: 1, next: 3, settled: [], uncertain: [] },
  ]);
});

it('leads that break off are an error once those under way have their outcomes', async () => {
  function* broken() {
    yield* leads;
    throw new Error('line 4 is no CSV');
  }
  const outcomes: unknown[] = [];
  async function run() {
    for await (const outcome of ingestMany(startNetwork([200]).async, broken()))
      outcomes.push(outcome);
  }
  await expect(run()).rejects.toMatchObject({ message: 'line 4 is no CSV' });
  expect(outcomes).toHaveLength(3);
});

it('a stop before the first lead sends nothing', async () => {
  const { async, sent } = startNetwork([200]);
  const options = { signal: AbortSignal.abort() };
  expect(await Array.fromAsync(ingestMany(async, leads, options))).toEqual([]);
  expect(sent).toEqual([]);
});

it.each([
  [1, [0, 1000, 2000]],
  [2, [0, 0, 1000]],
  [8, [0, 0, 0]],
])('of %i at a time, each goes as soon as there is room', async (concurrency, times) => {
  const sent: number[] = [];
  const start = Date.now();
  const { async } = startNetwork([], {
    async fetch() {
      sent.push(Date.now() - start);
      await new Promise((done) => setTimeout(done, 1000));
      return Response.json({ status: 'QUEUED' });
    },
  });
  await Array.fromAsync(ingestMany(async, leads, { concurrency }));
  expect(sent).toEqual(times);
});

it.each([0, Number.NaN])('%d at a time are refused', async (concurrency) => {
  const run = Array.fromAsync(ingestMany(startNetwork([200]).async, leads, { concurrency }));
  await expect(run).rejects.toThrow('concurrency must be at least 1');
});
