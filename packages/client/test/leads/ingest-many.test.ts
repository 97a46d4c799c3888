import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import {
  createAsyncClient,
  createRateLimiter,
  type IngestProgress,
  ingestMany,
} from '../../src/index.ts';
import { useJumpingClock } from '../support/network.ts';
import { callsOf, optionsOf, useSandbox } from '../support/sandbox.ts';

const sandbox = useSandbox();

function* leads(count: number, read: number[] = []) {
  for (let n = 0; n < count; n++) {
    read.push(n);
    yield { fields: { phone: `9198765${String(n).padStart(5, '0')}` } };
  }
}

describe('many leads', () => {
  it('are all stored, and each has an outcome, in order', async () => {
    const outcomes = await Array.fromAsync(ingestMany(sandbox.async, leads(50)));
    expect(outcomes.map(({ index }) => index)).toEqual([...Array(50).keys()]);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    await sandbox.drain();
    const { total_count } = await sandbox.sync.searchLeads({ body: {} });
    expect(total_count).toBe(50);
  });

  it('are never read before they can be sent', async () => {
    const read: number[] = [];
    let done = 0;
    for await (const _ of ingestMany(sandbox.async, leads(40, read), { concurrency: 4 })) {
      done++;
      expect(read.length - done).toBeLessThan(4);
    }
    expect(done).toBe(40);
  });

  it('may come as a stream', async () => {
    const stream = ReadableStream.from(leads(5));
    expect(await Array.fromAsync(ingestMany(sandbox.async, stream))).toHaveLength(5);
  });

  describe('under a rate limit', () => {
    useJumpingClock();

    it('are never sent faster, so no response is a 429', async () => {
      const sent: number[] = [];
      const options = optionsOf(sandbox, 'async');
      const client = createAsyncClient({
        ...options,
        rateLimit: createRateLimiter({ requests: 10, windowMs: 500 }),
        fetch(request) {
          const now = Date.now();
          sent.push(now);
          const inWindow = sent.filter((time) => time > now - 500).length;
          if (inWindow > 10) return Promise.resolve(new Response('', { status: 429 }));
          return options.fetch(request);
        },
      });
      const start = Date.now();
      const outcomes = await Array.fromAsync(ingestMany(client, leads(25), { concurrency: 5 }));
      expect(outcomes.every(({ ok }) => ok)).toBe(true);
      expect(sent).toHaveLength(25);
      expect(Date.now() - start).toBeLessThan(2000);
    });
  });
});

describe('stopping', () => {
  it('completes the leads in flight, and a later run sends the rest', async () => {
    const controller = new AbortController();
    let next = 0;
    const options = {
      concurrency: 3,
      signal: controller.signal,
      onProgress: (progress: IngestProgress) => {
        next = progress.next;
        if (next === 5) controller.abort();
      },
    };
    const before = await Array.fromAsync(ingestMany(sandbox.async, leads(20), options));
    expect(before).toHaveLength(next);
    expect(await callsOf(sandbox, 'createOrUpdateLead')).toBe(next);
    expect(next).toBeLessThan(20);
    const after = await Array.fromAsync(
      ingestMany(sandbox.async, leads(20), { resumeFrom: { next } }),
    );
    expect(after.map(({ index }) => index)[0]).toBe(next);
    expect(await callsOf(sandbox, 'createOrUpdateLead')).toBe(20);
  });

  it('happens when the token is rejected, and no lead is completed', async () => {
    await sandbox.fail({ status: 401 });
    const outcomes: unknown[] = [];
    const run = async () => {
      for await (const outcome of ingestMany(sandbox.async, leads(50), { concurrency: 2 })) {
        outcomes.push(outcome);
      }
    };
    await expect(run()).rejects.toMatchObject({ status: 401 });
    expect(outcomes).toEqual([]);
    expect(await callsOf(sandbox, 'createOrUpdateLead')).toBe(2);
  });
});

it('retains only the leads in flight', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  const refs: WeakRef<object>[] = [];
  function* many() {
    for (let index = 0; index < 300; index++) {
      const lead = { fields: { phone: '919999999999', note: String(index) } };
      refs.push(new WeakRef(lead));
      yield lead;
    }
  }
  let retained = 0;
  for await (const { index } of ingestMany(sandbox.async, many(), { concurrency: 4 })) {
    if (index !== 250) continue;
    // References that have been read are retained until the end of the current task.
    await setImmediate();
    collectGarbage();
    retained = refs.filter((ref) => ref.deref() !== undefined).length;
  }
  expect(refs).toHaveLength(300);
  expect(retained).toBeGreaterThan(0);
  expect(retained).toBeLessThan(20);
});
