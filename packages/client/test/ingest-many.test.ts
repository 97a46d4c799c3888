import { describe, expect, test } from 'vitest';
import { createAsyncClient, ingestMany, type IngestProgress, rateLimiter } from '../src/index.ts';
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

  test('do not stop at one that fails', async () => {
    await sandbox.fail({ status: 400, times: 1 });
    const options = { ...sandbox, concurrency: 1 };
    const outcomes = await Array.fromAsync(ingestMany(leads(3), options));
    expect(outcomes.map(({ ok }) => ok)).toEqual([false, true, true]);
    expect(outcomes[0]).toMatchObject({ lead: { fields: {} }, error: { status: 400 } });
  });

  test('tell how far they are', async () => {
    await sandbox.fail({ status: 400, times: 1 });
    const seen: IngestProgress[] = [];
    const onProgress = (progress: IngestProgress) => seen.push(progress);
    await Array.fromAsync(ingestMany(leads(3), { ...sandbox, concurrency: 1, onProgress }));
    expect(seen).toEqual([
      { queued: 0, failed: 1, next: 1 },
      { queued: 1, failed: 1, next: 2 },
      { queued: 2, failed: 1, next: 3 },
    ]);
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
    const outcomes = await Array.fromAsync(ingestMany(leads(25), { async: client, concurrency: 5 }));
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

  test('happens by itself when the limit is used up by others', async () => {
    await sandbox.fail({ status: 429, retryAfter: 3600 });
    const run = Array.fromAsync(ingestMany(leads(50), sandbox));
    await expect(run).rejects.toMatchObject({ status: 429, retryAfter: 3600 });
  });

  test('still reports what was under way when the leads break off', async () => {
    function* broken() {
      yield* leads(2);
      throw new Error('line 3 is no CSV');
    }
    const outcomes: unknown[] = [];
    const run = async () => {
      for await (const outcome of ingestMany(broken(), sandbox)) outcomes.push(outcome);
    };
    await expect(run()).rejects.toThrow('line 3 is no CSV');
    expect(outcomes).toHaveLength(2);
  });

  test('a wait for our own limiter ends with the signal', async () => {
    const { env } = sandbox;
    const client = createAsyncClient({
      enterpriseId: env.TELECRM_ENTERPRISE_ID,
      token: env.TELECRM_ASYNC_TOKEN,
      baseUrl: env.TELECRM_ASYNC_URL,
      rateLimit: rateLimiter({ requests: 1, seconds: 3600 }),
    });
    const signal = AbortSignal.timeout(200);
    const options = { async: client, signal, concurrency: 1 };
    const outcomes = await Array.fromAsync(ingestMany(leads(3), options));
    expect(outcomes[1]).toMatchObject({ ok: false, error: { code: 'RATE_LIMITED' } });
  });

  test('a window without room is refused', async () => {
    const run = Array.fromAsync(ingestMany(leads(1), { ...sandbox, concurrency: 0 }));
    await expect(run).rejects.toThrow('concurrency must be at least 1');
  });
});
