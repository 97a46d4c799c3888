/** What ingestMany does with a lead that is not taken at once. */
import { expect, test } from 'vitest';
import { startNetwork, useJumpingClock } from '../test/network.ts';
import { type IngestManyOptions, type IngestProgress, ingestMany, rateLimiter } from './index.ts';

useJumpingClock();

const hour = 3_600_000;
const leads = ['1', '2', '3'].map((name) => ({ fields: { phone: '919999999999', name } }));

test('a lead that our own limiter holds back for long is sent when its time has come', async () => {
  const options = { rateLimit: rateLimiter({ requests: 1, seconds: 3600 }) };
  const { async, sent, bodies } = startNetwork([200], options);
  const outcomes = await Array.fromAsync(ingestMany(leads, { async, concurrency: 1 }));
  expect(outcomes).toMatchObject(leads.map((lead, index) => ({ ok: true, index, lead })));
  // A hundredth more than an hour, for requests that travel at different speeds.
  expect(sent).toEqual([0, hour * 1.01, 2 * hour * 1.01]);
  expect(bodies).toEqual(leads.map((lead) => JSON.stringify(lead)));
});

test('a stop ends such a wait, and the lead is reported as not sent', async () => {
  const options = { rateLimit: rateLimiter({ requests: 1, seconds: 3600 }) };
  const { async, sent } = startNetwork([200], options);
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 1000);
  const start = Date.now();
  const { signal } = controller;
  const outcomes = await Array.fromAsync(ingestMany(leads, { async, concurrency: 1, signal }));
  expect(outcomes).toMatchObject([{ ok: true }, { ok: false, error: { code: 'RATE_LIMITED' } }]);
  expect(Date.now() - start).toBe(1000);
  expect(sent).toEqual([0]);
});

test.each([
  ['as often as a call', {}, 3],
  ['as often as asked for', { retry: { tries: 5 } }, 5],
])('a lead is tried %s', async (_, options: Partial<IngestManyOptions>, times) => {
  const { async, sent } = startNetwork([503]);
  const [lead] = leads;
  const outcomes = await Array.fromAsync(ingestMany(lead ? [lead] : [], { async, ...options }));
  expect(outcomes).toMatchObject([{ ok: false, error: { status: 503 } }]);
  expect(sent).toHaveLength(times);
});

test.each([401, 429])('an answer of %i to the end stops the others', async (status) => {
  const { async, sent } = startNetwork([status]);
  const options = { async, concurrency: 1, retry: { tries: 1 } };
  await expect(Array.fromAsync(ingestMany(leads, options))).rejects.toMatchObject({ status });
  expect(sent).toHaveLength(1);
});

test.each([400, 404, 500])('an answer of %i does not, and the count goes on', async (status) => {
  const { async, sent, bodies } = startNetwork([status, 200]);
  const seen: IngestProgress[] = [];
  const onProgress = (progress: IngestProgress) => seen.push(progress);
  const options = { async, concurrency: 1, retry: { tries: 1 }, onProgress };
  const outcomes = await Array.fromAsync(ingestMany(leads, options));
  expect(outcomes.map(({ ok }) => ok)).toEqual([false, true, true]);
  expect(sent).toHaveLength(3);
  expect(bodies).toEqual(leads.map((lead) => JSON.stringify(lead)));
  expect(seen).toEqual([
    { queued: 0, failed: 1, next: 1 },
    { queued: 1, failed: 1, next: 2 },
    { queued: 2, failed: 1, next: 3 },
  ]);
});

test('leads that break off are an error once those under way have their outcomes', async () => {
  function* broken() {
    yield* leads;
    throw new Error('line 4 is no CSV');
  }
  const outcomes: unknown[] = [];
  async function run() {
    for await (const outcome of ingestMany(broken(), startNetwork([200]))) outcomes.push(outcome);
  }
  await expect(run()).rejects.toMatchObject({ message: 'line 4 is no CSV' });
  expect(outcomes).toHaveLength(3);
});

test('a stop before the first lead sends nothing', async () => {
  const { async, sent } = startNetwork([200]);
  const options = { async, signal: AbortSignal.abort() };
  expect(await Array.fromAsync(ingestMany(leads, options))).toEqual([]);
  expect(sent).toEqual([]);
});

test.each([
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
  await Array.fromAsync(ingestMany(leads, { async, concurrency }));
  expect(sent).toEqual(times);
});

test.each([0, Number.NaN])('%d at a time are refused', async (concurrency) => {
  const run = Array.fromAsync(ingestMany(leads, { ...startNetwork([200]), concurrency }));
  await expect(run).rejects.toThrow('concurrency must be at least 1');
});
