/** How ingestMany handles leads that are not accepted immediately. */
import { describe, expect, it } from 'vitest';
import { broken, startNetwork, useJumpingClock } from '../../test/support/network.ts';
import { checker } from '../check/index.ts';
import {
  type AsyncClient,
  createRateLimiter,
  type IngestManyOptions,
  type IngestProgress,
  ingestMany,
} from '../index.ts';

useJumpingClock();

const hour = 3_600_000;
const leads = ['1', '2', '3'].map((name) => ({ fields: { phone: '919999999999', name } }));

it('a lead is sent after a long wait for the rate limiter', async () => {
  const options = { rateLimit: createRateLimiter({ requests: 1, windowMs: 3600000 }) };
  const { async, sent, bodies } = startNetwork([200], options);
  const outcomes = await Array.fromAsync(ingestMany(async, leads, { concurrency: 1 }));
  expect(outcomes).toMatchObject(leads.map((lead, index) => ({ ok: true, index, lead })));
  expect(sent).toEqual([0, hour, 2 * hour]);
  expect(bodies).toEqual(leads.map((lead) => JSON.stringify(lead)));
});

it('a stop ends such a wait, and the lead is not completed', async () => {
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
])('a lead is attempted %s', async (_, options: Partial<IngestManyOptions>, times) => {
  const { async, sent } = startNetwork([503]);
  const [lead] = leads;
  const outcomes = await Array.fromAsync(ingestMany(async, lead ? [lead] : [], options));
  expect(outcomes).toMatchObject([{ ok: false, error: { status: 503 } }]);
  expect(sent).toHaveLength(times);
});

it.each([401, 429])('a %i on every attempt stops the run', async (status) => {
  const { async, sent } = startNetwork([status]);
  const options = { concurrency: 1, retry: { maxAttempts: 1 } };
  await expect(Array.fromAsync(ingestMany(async, leads, options))).rejects.toMatchObject({
    status,
  });
  expect(sent).toHaveLength(1);
});

it.each([400, 404, 500])('a %i does not stop the run', async (status) => {
  const { async, sent, bodies } = startNetwork([status, 200]);
  const seen: IngestProgress[] = [];
  const onProgress = (progress: IngestProgress) => seen.push(progress);
  const options = { concurrency: 1, retry: { maxAttempts: 1 }, onProgress };
  const outcomes = await Array.fromAsync(ingestMany(async, leads, options));
  expect(outcomes.map(({ ok }) => ok)).toEqual([false, true, true]);
  expect(sent).toHaveLength(3);
  expect(bodies).toEqual(leads.map((lead) => JSON.stringify(lead)));
  expect(seen).toEqual([
    { queued: 0, failed: 1, next: 1, completed: [], uncertain: [] },
    { queued: 1, failed: 1, next: 2, completed: [], uncertain: [] },
    { queued: 2, failed: 1, next: 3, completed: [], uncertain: [] },
  ]);
});

it('an error of the source is thrown after the outcomes of the leads in flight', async () => {
  function* broken() {
    yield* leads;
    throw new Error('line 4 is not CSV');
  }
  const outcomes: unknown[] = [];
  async function run() {
    for await (const outcome of ingestMany(startNetwork([200]).async, broken()))
      outcomes.push(outcome);
  }
  await expect(run()).rejects.toMatchObject({ message: 'line 4 is not CSV' });
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
])(
  'with a concurrency of %i, a lead starts as soon as a slot is free',
  async (concurrency, times) => {
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
  },
);

it.each([0, Number.NaN])('a concurrency of %d is rejected', async (concurrency) => {
  const run = Array.fromAsync(ingestMany(startNetwork([200]).async, leads, { concurrency }));
  await expect(run).rejects.toThrow('concurrency must be at least 1');
});

/** The index of a lead, which is its name. */
async function indexOf(request: Request): Promise<number> {
  const { fields }: { fields: { name: string } } = JSON.parse(await request.text());
  return Number(fields.name);
}

/** A client whose calls end as the index of the lead says; 200 unless it says otherwise. */
function clientFor(responses: Record<number, () => Response | Promise<Response>>) {
  const taken: number[] = [];
  const { async } = startNetwork([], {
    async fetch(request) {
      const index = await indexOf(request);
      const response = await responses[index]?.();
      if (!response || response.ok) taken.push(index);
      return response ?? Response.json({ status: 'QUEUED' });
    },
  });
  return { async, taken };
}

const many = Array.from({ length: 20 }, (_, n) => ({ fields: { phone: '9', name: `${n}` } }));
const everyIndex = many.map((_, n) => n);
const sortedUnion = (...lists: number[][]) => lists.flat().sort((one, other) => one - other);

/** Runs until it ends or the outcome of an index was handled. */
async function runUntil(client: AsyncClient, options: IngestManyOptions, stopAt = Infinity) {
  let progress: IngestProgress | undefined;
  const handled: number[] = [];
  const onProgress = (now: IngestProgress) => {
    // Stores the progress and reads it back.
    progress = JSON.parse(JSON.stringify(now));
  };
  const error = await (async () => {
    for await (const { index } of ingestMany(client, many, { ...options, onProgress })) {
      handled.push(index);
      if (index >= stopAt) break;
    }
  })().catch((reason) => reason);
  return { progress, handled, error };
}

describe('a run that stops is resumed where it stopped:', () => {
  it.each([401, 429])('after a %i, every lead is accepted once', async (status) => {
    const first = clientFor({ 7: () => new Response('', { status }) });
    const retry = { maxAttempts: 1 };
    const stopped = await runUntil(first.async, { concurrency: 4, retry });
    expect(stopped.error).toMatchObject({ status });
    expect(stopped.progress?.next).toBeLessThanOrEqual(7);
    const second = clientFor({});
    await runUntil(second.async, { resumeFrom: stopped.progress });
    expect(sortedUnion(first.taken, second.taken)).toEqual(everyIndex);
  });

  it('after a break, every lead is accepted once', async () => {
    const first = clientFor({});
    const stopped = await runUntil(first.async, { concurrency: 4 }, 5);
    expect(stopped.handled).toEqual([0, 1, 2, 3, 4, 5]);
    const second = clientFor({});
    await runUntil(second.async, { resumeFrom: stopped.progress });
    expect(sortedUnion(first.taken, second.taken)).toEqual(everyIndex);
  });

  it('after an interruption, one that may have been accepted is reported instead of being sent again', async () => {
    const lead = { fields: { phone: '9', name: '1' }, actions: [{ type: 'ACTION_1' as const }] };
    const leads = [{ fields: { phone: '9', name: '0' } }, lead, { fields: { phone: '9' } }];
    const { async } = clientFor({ 1: () => new Response('', { status: 500 }) });
    let progress: IngestProgress | undefined;
    const onProgress = (now: IngestProgress) => {
      progress = now;
    };
    for await (const _ of ingestMany(async, leads, { onProgress })) break;
    expect(progress).toMatchObject({ next: 3, uncertain: [1] });
  });

  it('after an abort during a wait for the rate limiter, every lead is accepted once', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 1000);
    const sent: number[] = [];
    const rateLimit = createRateLimiter({ requests: 10, windowMs: hour });
    const { async } = startNetwork([], {
      rateLimit,
      async fetch(request) {
        sent.push(await indexOf(request));
        return Response.json({ status: 'QUEUED' });
      },
    });
    const start = Date.now();
    const stopped = await runUntil(async, { signal: controller.signal });
    expect(stopped.error).toBeUndefined();
    expect(Date.now() - start).toBe(1000);
    const second = clientFor({});
    await runUntil(second.async, { resumeFrom: stopped.progress });
    expect(sortedUnion(sent, second.taken)).toEqual(everyIndex);
  });
});

describe('progress', () => {
  it('is reported after the outcome, once the loop has handled it', async () => {
    const { async } = clientFor({});
    const order: string[] = [];
    const onProgress = ({ next }: IngestProgress) => {
      order.push(`progress ${next}`);
    };
    for await (const { index } of ingestMany(async, leads, { onProgress })) {
      order.push(`outcome ${index}`);
    }
    expect(order).toEqual([0, 1, 2].flatMap((n) => [`outcome ${n}`, `progress ${n + 1}`]));
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('disk full');
      },
    ],
    ['rejects', () => Promise.reject(new Error('disk full'))],
  ])('that %s loses no outcome, and its error is thrown after them', async (_, onProgress) => {
    const { async, taken } = clientFor({});
    const handled: number[] = [];
    const run = async () => {
      const options = { concurrency: 4, onProgress };
      for await (const { index } of ingestMany(async, many, options)) handled.push(index);
    };
    await expect(run()).rejects.toThrow('disk full');
    expect(handled).toEqual(taken);
    expect(taken.length).toBeLessThan(many.length);
  });

  it('is awaited before the next outcome', async () => {
    const { async } = clientFor({});
    let storing = false;
    const onProgress = async () => {
      storing = true;
      await new Promise((done) => setTimeout(done, 100));
      storing = false;
    };
    for await (const _ of ingestMany(async, leads, { onProgress })) expect(storing).toBe(false);
  });
});

describe('a slow source', () => {
  async function* slowly(ended: () => void) {
    try {
      for (const lead of many) {
        yield lead;
        await new Promise((done) => setTimeout(done, hour));
      }
    } finally {
      ended();
    }
  }

  it('does not delay outcomes', async () => {
    const { async } = clientFor({});
    const start = Date.now();
    for await (const { index } of ingestMany(
      async,
      slowly(() => {}),
    )) {
      expect(Date.now() - start).toBeLessThan(index * hour + 1000);
      if (index === 2) break;
    }
  });

  it('does not delay an abort', async () => {
    const { async } = clientFor({});
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 1000);
    const start = Date.now();
    const { signal } = controller;
    const outcomes = await Array.fromAsync(
      ingestMany(
        async,
        slowly(() => {}),
        { signal },
      ),
    );
    expect(outcomes).toHaveLength(1);
    expect(Date.now() - start).toBe(1000);
  });
});

it('leads that the option check rejects do not stop the run', async () => {
  const { async, sent } = startNetwork([200], { check: checker({}, { mode: 'throw' }) });
  const bad = Array.from({ length: 12 }, () => ({ fields: { phone: '919876543210', shoe: 42 } }));
  const good = { fields: { phone: '919876543210' } };
  const outcomes = await Array.fromAsync(ingestMany(async, [...bad, good]));
  expect(outcomes.map(({ ok }) => ok)).toEqual([...bad.map(() => false), true]);
  expect(sent).toHaveLength(1);
});

describe('an unavailable API', () => {
  it('stops the run after ten leads in a row, with the last error', async () => {
    const { async, sent } = startNetwork([broken('ECONNREFUSED')]);
    const outcomes: unknown[] = [];
    const run = async () => {
      const options = { concurrency: 1, retry: { maxAttempts: 1 } };
      for await (const outcome of ingestMany(async, many, options)) outcomes.push(outcome);
    };
    await expect(run()).rejects.toMatchObject({ code: 'NETWORK' });
    expect(sent).toHaveLength(10);
  });

  it('does not stop the run if it recovers in between', async () => {
    let n = 0;
    const { async } = startNetwork([], {
      retry: { maxAttempts: 1 },
      fetch: async () =>
        n++ % 3 === 0 ? Response.json({ status: 'QUEUED' }) : new Response('', { status: 503 }),
    });
    expect(await Array.fromAsync(ingestMany(async, many, { maxFailuresInARow: 3 }))).toHaveLength(
      20,
    );
  });
});
