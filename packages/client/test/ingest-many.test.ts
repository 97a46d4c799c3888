import { describe, expect, test } from 'vitest';
import { createAsyncClient, type IngestProgress, ingestMany, rateLimiter } from '../src/index.ts';
import { callsOf, useSandbox } from './sandbox.ts';

const sandbox = useSandbox();

function* leads(count: number, taken: number[] = []) {
  for (let n = 0; n < count; n++) {
    taken.push(n);
    yield { fields: { phone: `9198765${String(n).padStart(5, '0')}` } };
  }
}

describe('many leads', () => {
  test('all land, and each has an outcome, in their order', async () => {
    const outcomes = await Array.fromAsync(ingestMany(leads(50), sandbox));
    expect(outcomes.map(({ index }) => index)).toEqual([...Array(50).keys()]);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    await sandbox.drain();
    const { total_count } = await sandbox.sync.searchLeads({ body: {} });
    expect(total_count).toBe(50);
  });

  test('are never taken before there is room for them', async () => {
    const taken: number[] = [];
    let done = 0;
    for await (const _ of ingestMany(leads(40, taken), { ...sandbox, concurrency: 4 })) {
      done++;
      expect(taken.length - done).toBeLessThan(4);
    }
    expect(done).toBe(40);
  });

  test('may come as a stream', async () => {
    const stream = ReadableStream.from(leads(5));
    expect(await Array.fromAsync(ingestMany(stream, sandbox))).toHaveLength(5);
  });

  test('keep to the rate limit, so that none of them meets a 429', async () => {
    const { env } = sandbox;
    const seen: (number | undefined)[] = [];
    const client = createAsyncClient({
      enterpriseId: env.TELECRM_ENTERPRISE_ID,
      token: env.TELECRM_ASYNC_TOKEN,
      baseUrl: env.TELECRM_ASYNC_URL,
      rateLimit: rateLimiter({ requests: 10, seconds: 0.5 }),
      logger: ({ status }) => seen.push(status),
    });
    const start = Date.now();
    const outcomes = await Array.fromAsync(
      ingestMany(leads(25), { async: client, concurrency: 5 }),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(Date.now() - start).toBeGreaterThan(900);
    expect(seen).not.toContain(429);
  });
});

describe('stopping', () => {
  test('finishes what is under way, and the rest goes on from there', async () => {
    const controller = new AbortController();
    let next = 0;
    const options = {
      ...sandbox,
      concurrency: 3,
      signal: controller.signal,
      onProgress: (progress: IngestProgress) => {
        next = progress.next;
        if (next === 5) controller.abort();
      },
    };
    const before = await Array.fromAsync(ingestMany(leads(20), options));
    expect(before).toHaveLength(next);
    expect(await callsOf(sandbox, 'createOrUpdateLead')).toBe(next);
    expect(next).toBeLessThan(20);
    const after = await Array.fromAsync(ingestMany(leads(20), { ...sandbox, startAt: next }));
    expect(after.map(({ index }) => index)[0]).toBe(next);
    expect(await callsOf(sandbox, 'createOrUpdateLead')).toBe(20);
  });

  test('happens by itself when the token is refused', async () => {
    await sandbox.fail({ status: 401 });
    const outcomes: unknown[] = [];
    const run = async () => {
      for await (const outcome of ingestMany(leads(50), { ...sandbox, concurrency: 2 })) {
        outcomes.push(outcome);
      }
    };
    await expect(run()).rejects.toMatchObject({ status: 401 });
    expect(outcomes.length).toBeLessThan(5);
    expect(await callsOf(sandbox, 'createOrUpdateLead')).toBe(outcomes.length);
  });
});
