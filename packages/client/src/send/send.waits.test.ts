/** How long a call waits, and what ends it. */
import { describe, expect, it, vi } from 'vitest';
import { startNetwork, useJumpingClock } from '../../test/support/network.ts';
import { type ClientOptions, createRateLimiter } from '../index.ts';

useJumpingClock();

/** When each attempt was sent, and the outcome. The random part of each wait is half of the maximum. */
async function tries(steps: Parameters<typeof startNetwork>[0], options: ClientOptions = {}) {
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const { sync, sent } = startNetwork(steps, options);
  const outcome = await sync.try.getEnterpriseMetadata();
  return { sent, outcome };
}

function busy(retryAfter: string, status = 503): () => Response {
  return () => new Response('', { status, headers: { 'Retry-After': retryAfter } });
}

describe('the wait before the next attempt', () => {
  it('is at most half a second, and doubles each time', async () => {
    const { sent } = await tries([500], { retry: { maxAttempts: 4 } });
    expect(sent).toEqual([0, 250, 250 + 500, 250 + 500 + 1000]);
  });

  it('never exceeds the longest wait', async () => {
    const retry = { maxAttempts: 4, backoffMs: 100, maxWaitMs: 150 };
    expect((await tries([500], { retry })).sent).toEqual([0, 50, 50 + 75, 50 + 75 + 75]);
  });

  it('also follows a broken connection', async () => {
    expect((await tries([new TypeError('fetch failed'), 200])).sent).toEqual([0, 250]);
  });

  it('is that of Retry-After, longer or shorter, plus the jitter', async () => {
    expect((await tries([busy('7'), busy('0'), 200])).sent).toEqual([
      0,
      7000 + 250,
      7250 + 0 + 500,
    ]);
  });

  it('lasts until the date that Retry-After gives', async () => {
    vi.setSystemTime('2026-05-01T10:00:00Z');
    const { sent } = await tries([busy('Fri, 01 May 2026 10:00:30 GMT'), 200]);
    expect(sent).toEqual([0, 30_000 + 250]);
  });

  it('does not include an unread body', async () => {
    const originals: Response[] = [];
    const cloned = () => {
      const original = new Response('busy', { status: 503 });
      originals.push(original);
      return original.clone();
    };
    expect((await tries([cloned, 200])).sent).toEqual([0, 250]);
    expect(originals[0]?.bodyUsed).toBe(false);
  });

  it('is the default if Retry-After is invalid', async () => {
    expect((await tries([busy('soon'), 200])).sent).toEqual([0, 250]);
  });
});

describe('a wait that the API asks for', () => {
  it.each([429, 503])('of a minute is accepted (%i)', async (status) => {
    const { sent, outcome } = await tries([busy('60', status), 200]);
    expect(sent).toEqual([0, 60_000 + 250]);
    expect(outcome.ok).toBe(true);
  });

  it.each([429, 503])(
    'of more than that fails immediately, and is reported (%i)',
    async (status) => {
      const { sent, outcome } = await tries([busy('61', status), 200]);
      expect(sent).toEqual([0]);
      expect(outcome).toMatchObject({ ok: false, error: { status, retryAfterSeconds: 61 } });
    },
  );

  it('is compared with the longest wait of the call, or else that of the client', async () => {
    const retry = { maxWaitMs: 1000, backoffMs: 0 };
    const { sync, sent } = startNetwork([busy('5'), 200], { retry });
    await sync.getEnterpriseMetadata({}, { retry: { maxWaitMs: 5000 } });
    expect(sent).toEqual([0, 5000]);
  });
});

describe('a missing response', () => {
  it('ends each attempt after half a minute', async () => {
    const { sent, outcome } = await tries(['silence']);
    expect(sent).toEqual([0, 30_250, 60_750]);
    const error = { code: 'TIMEOUT', operationId: 'getEnterpriseMetadata', mayHaveHappened: false };
    expect(outcome).toMatchObject({ ok: false, error });
  });

  it('ends an attempt after the timeout of the call, or else that of the client', async () => {
    const { sync } = startNetwork(['silence'], {
      attemptTimeoutMs: 1000,
      retry: { maxAttempts: 1 },
    });
    const start = Date.now();
    await sync.try.getEnterpriseMetadata();
    expect(Date.now() - start).toBe(1000);
    await sync.try.getEnterpriseMetadata({}, { attemptTimeoutMs: 200 });
    expect(Date.now() - start).toBe(1200);
  });

  it.each([2 ** 31 - 1, 2 ** 31, 2 ** 32])('can be awaited for %i ms', async (attemptTimeoutMs) => {
    const { sync } = startNetwork([], {
      attemptTimeoutMs,
      async fetch() {
        await new Promise((done) => setTimeout(done, 1000));
        return Response.json({ name: 'x' });
      },
    });
    expect(await sync.getEnterpriseMetadata()).toEqual({ name: 'x' });
  });

  it('can be awaited without a time limit', async () => {
    const { sync } = startNetwork(['silence'], { attemptTimeoutMs: Infinity });
    const hour = 3_600_000;
    const signal = signalAfter(hour);
    const start = Date.now();
    const tried = await sync.try.getEnterpriseMetadata({}, { signal });
    expect(tried).toMatchObject({ ok: false, error: { code: 'ABORTED' } });
    expect(Date.now() - start).toBe(hour);
  });
});

describe("the caller's signal", () => {
  const aborted = {
    ok: false,
    error: {
      code: 'ABORTED',
      message: 'getEnterpriseMetadata failed: it was aborted',
      operationId: 'getEnterpriseMetadata',
      mayHaveHappened: false,
    },
  };

  it.each([
    ['a try', 'silence' as const, []],
    ['a wait', busy('30'), ['RESPONSE', 'RETRY']],
  ])('ends %s immediately, and nothing else happens', async (_, step, types) => {
    const { sync, sent, events } = startNetwork([step]);
    const start = Date.now();
    const signal = signalAfter(50);
    const tried = await sync.try.getEnterpriseMetadata({}, { signal });
    expect(tried).toMatchObject({ ...aborted, error: { cause: signal.reason } });
    expect(Date.now() - start).toBe(50);
    expect(sent).toEqual([0]);
    expect(events.map(({ type }) => type)).toEqual(types);
  });

  it('prevents a wait', async () => {
    const controller = new AbortController();
    const { sync, sent } = startNetwork([busy('30')], {
      logger: ({ type }) => type === 'RETRY' && controller.abort(),
    });
    const start = Date.now();
    const { signal } = controller;
    expect(await sync.try.getEnterpriseMetadata({}, { signal })).toMatchObject(aborted);
    expect(sent).toEqual([0]);
    expect(Date.now() - start).toBe(0);
  });

  it('also applies to calls by path', async () => {
    const { syncHttp } = startNetwork(['silence']);
    const signal = signalAfter(50);
    const call = syncHttp.GET('/enterprise/{enterpriseId}/metadata', { signal });
    await expect(call).rejects.toMatchObject({ code: 'ABORTED' });
  });

  it('that is already aborted prevents sending', async () => {
    const { sync, events } = startNetwork([200]);
    const signal = AbortSignal.abort(new Error('too late'));
    const tried = await sync.try.getEnterpriseMetadata({}, { signal });
    expect(tried).toMatchObject({ ok: false, error: { code: 'ABORTED', cause: signal.reason } });
    expect(events).toEqual([]);
  });
});

describe('the rate limiter', () => {
  it('delays a call for at most the longest wait', async () => {
    const limits = { rateLimit: createRateLimiter({ requests: 1, windowMs: 10000 }) };
    const { sync, sent, events } = startNetwork([200], limits);
    await sync.getEnterpriseMetadata();
    await sync.getEnterpriseMetadata();
    expect(sent).toEqual([0, 10_000]);
    expect(events).toMatchObject([
      { type: 'RESPONSE', attempt: 1 },
      { type: 'RATE_LIMIT', attempt: 1, durationMs: 10_000 },
      { type: 'RESPONSE', attempt: 1 },
    ]);
    const call = sync.getEnterpriseMetadata({}, { retry: { maxWaitMs: 9_999 } });
    await expect(call).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      message: 'getEnterpriseMetadata failed: the rate limit is used up: wait 10 seconds',
      retryAfterSeconds: 10,
    });
    expect(sent).toHaveLength(2);
  });

  it('is released after every attempt', async () => {
    const limits = { rateLimit: createRateLimiter({ concurrency: 1 }) };
    const { sync, sent } = startNetwork([500, new TypeError('fetch failed'), 200], limits);
    const calls = [1, 2, 3].map(() => sync.getEnterpriseMetadata());
    await Promise.all(calls);
    expect(sent).toHaveLength(5);
  });
});

/** Like AbortSignal.timeout, but uses the clock of the test. */
function signalAfter(ms: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error('the visitor left')), ms);
  return controller.signal;
}
