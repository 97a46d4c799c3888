import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acquire } from '../../test/support/acquire.ts';
import { RateLimitExceeded } from './limiter.ts';
import { createRateLimiter, type RateLimiterOptions } from './rate-limiter.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Sends requests one after another for a number of seconds, and returns when each was sent. */
async function loop(limits: RateLimiterOptions, seconds: number, each = 10) {
  const limiter = createRateLimiter(limits);
  const sent: number[] = [];
  let over = false;
  const running = (async () => {
    while (!over) {
      const leave = await acquire(limiter);
      sent.push(Date.now());
      await new Promise((done) => setTimeout(done, each));
      leave();
    }
  })();
  await vi.advanceTimersByTimeAsync(seconds * 1000);
  over = true;
  await vi.advanceTimersByTimeAsync(10_000_000);
  await running;
  return sent;
}

/** The maximum number of requests in any window of that length. */
function most(sent: number[], seconds: number): number {
  return Math.max(
    ...sent.map((start) => sent.filter((at) => at >= start && at < start + seconds * 1000).length),
  );
}

describe('a loop', () => {
  it('never sends more than the limit in any window', async () => {
    const sent = await loop({ requests: 100, windowMs: 10000 }, 60);
    expect(most(sent, 10)).toBeLessThanOrEqual(100);
    expect(sent.length).toBeGreaterThan(500);
  });

  it('slows down close to the limit instead of stopping', async () => {
    const sent = await loop({ requests: 100, windowMs: 10000 }, 30);
    const gaps = sent.slice(1).map((at, index) => at - (sent[index] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(1000);
  });

  it('below the limit is not delayed', async () => {
    const sent = await loop({ requests: 1000, windowMs: 10000 }, 2, 10);
    expect(sent.length).toBeGreaterThan(195);
  });

  it('respects a limit of a single request', async () => {
    const sent = await loop({ requests: 1, windowMs: 1000 }, 10);
    expect(most(sent, 1)).toBe(1);
    expect(sent.length).toBeGreaterThan(8);
  });
});

describe('many concurrent requests', () => {
  it('respect the limit', async () => {
    const limiter = createRateLimiter({ requests: 50, windowMs: 5000 });
    const sent: number[] = [];
    const all = Array.from({ length: 120 }, async () => {
      const release = await acquire(limiter);
      sent.push(Date.now());
      release();
    });
    await vi.advanceTimersByTimeAsync(60_000);
    await Promise.all(all);
    expect(most(sent, 5)).toBeLessThanOrEqual(50);
    expect(sent).toHaveLength(120);
  });

  it('respect the limit as the server counts it, whatever their latency', async () => {
    const limiter = createRateLimiter({ requests: 100, windowMs: 2000 });
    const arrived: number[] = [];
    const all = Array.from({ length: 600 }, async (_, n) => {
      const release = await acquire(limiter);
      // The first ones have to connect, so they arrive late and close to those that follow.
      await new Promise((done) => setTimeout(done, n < 100 ? 900 : 5));
      arrived.push(Date.now());
      await new Promise((done) => setTimeout(done, 5));
      release();
    });
    await vi.advanceTimersByTimeAsync(120_000);
    await Promise.all(all);
    expect(most(arrived, 2)).toBeLessThanOrEqual(100);
    expect(arrived).toHaveLength(600);
  });

  it('start without delay except for the last fifth, which is spread over each window', async () => {
    const limiter = createRateLimiter({ requests: 10, windowMs: 90_000 });
    for (let window = 0; window < 2; window++) {
      const start = Date.now();
      const sent: number[] = [];
      const all = Array.from({ length: 10 }, async () => {
        const release = await acquire(limiter);
        sent.push(Date.now() - start);
        release();
      });
      await vi.advanceTimersByTimeAsync(150_000);
      await Promise.all(all);
      expect(sent).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 30_000, 60_000]);
    }
  });

  it('are told how long they have to wait, whatever number is before them', async () => {
    const limiter = createRateLimiter({ requests: 10, windowMs: 90_000 });
    for (let n = 0; n < 8; n++) {
      (await acquire(limiter))();
      await vi.advanceTimersByTimeAsync(1000);
    }
    const waits: number[] = [];
    const onWait = (ms: number) => waits.push(Math.round(ms));
    const all = Array.from({ length: 4 }, () => acquire(limiter, 'token', { onWait }));
    await vi.advanceTimersByTimeAsync(0);
    // Two of the limit are left for the 89 seconds until the oldest request no longer counts.
    expect(waits).toEqual([26_667, 54_333, 82_000, 83_000]);
    await vi.advanceTimersByTimeAsync(90_000);
    await Promise.all(all);
  });

  it('start in order', async () => {
    const limiter = createRateLimiter({ requests: 2, windowMs: 1000 });
    const order: number[] = [];
    const all = Array.from({ length: 7 }, async (_, n) => {
      const release = await acquire(limiter);
      order.push(n);
      release();
    });
    await vi.advanceTimersByTimeAsync(10_000);
    await Promise.all(all);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('fail immediately if the wait would be too long, with its length', async () => {
    const limiter = createRateLimiter({ requests: 2 });
    const send = () => acquire(limiter, 'token', { maxWaitMs: 60_000 });
    await send();
    await expect(Promise.all([send(), send()])).rejects.toMatchObject({ waitMs: 3_600_000 });
  });

  it('that failed do not count', async () => {
    const limiter = createRateLimiter({ requests: 1, windowMs: 100_000 });
    const send = () => acquire(limiter, 'token', { maxWaitMs: 1000 });
    (await send())();
    for (let n = 0; n < 5; n++) await expect(send()).rejects.toBeInstanceOf(RateLimitExceeded);
    await vi.advanceTimersByTimeAsync(100_000);
    await expect(send()).resolves.toBeTypeOf('function');
  });
});

describe('a limit that would allow nothing', () => {
  it.each([
    [{ requests: 0 }, 'requests must be at least 1, not 0'],
    [{ windowMs: 0 }, 'windowMs must be at least 1, not 0'],
    [{ concurrency: 0 }, 'concurrency must be at least 1, not 0'],
    [{ concurrency: Number.NaN }, 'concurrency must be at least 1, not NaN'],
  ])('%j is rejected', (options, message) => {
    expect(() => createRateLimiter(options)).toThrow(new RangeError(message));
  });
});

describe('a request whose end is never reported', () => {
  it('counts as ended when its lease expires', async () => {
    const limiter = createRateLimiter({ concurrency: 1 });
    await acquire(limiter);
    const next = acquire(limiter);
    await vi.advanceTimersByTimeAsync(30_001);
    await expect(next).resolves.toBeTypeOf('function');
  });

  it('counts toward the rate until one window after its lease', async () => {
    const limiter = createRateLimiter({ requests: 1, windowMs: 1000 });
    await acquire(limiter);
    const started = vi.fn();
    const next = acquire(limiter).then(started);
    await vi.advanceTimersByTimeAsync(30_999);
    expect(started).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await next;
  });
});

describe('tokens', () => {
  it('have separate limits', async () => {
    const limiter = createRateLimiter({ requests: 1, windowMs: 100000 });
    await acquire(limiter, 'one', { maxWaitMs: 0 });
    await expect(acquire(limiter, 'other', { maxWaitMs: 0 })).resolves.toBeTypeOf('function');
    await expect(acquire(limiter, 'one', { maxWaitMs: 0 })).rejects.toBeInstanceOf(
      RateLimitExceeded,
    );
  });
});

describe('concurrency', () => {
  it('limits the requests in flight and starts the others in order', async () => {
    const limiter = createRateLimiter({ concurrency: 2 });
    const order: number[] = [];
    let busy = 0;
    let peak = 0;
    const all = Array.from({ length: 6 }, async (_, n) => {
      const leave = await acquire(limiter);
      order.push(n);
      peak = Math.max(peak, ++busy);
      await new Promise((done) => setTimeout(done, 10));
      busy--;
      leave();
    });
    await vi.advanceTimersByTimeAsync(1000);
    await Promise.all(all);
    expect(peak).toBe(2);
    expect(order).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('starts two others when two end at once', async () => {
    const limiter = createRateLimiter({ concurrency: 2 });
    const running = await Promise.all([acquire(limiter), acquire(limiter)]);
    const waiting = [acquire(limiter), acquire(limiter)];
    await vi.advanceTimersByTimeAsync(0);
    for (const leave of running) leave();
    await Promise.all(waiting);
  });

  it('is not reported as a wait for the rate', async () => {
    const limiter = createRateLimiter({ concurrency: 1 });
    const onWait = vi.fn();
    const leave = await acquire(limiter, 'token', { onWait });
    const next = acquire(limiter, 'token', { onWait });
    await vi.advanceTimersByTimeAsync(100);
    leave();
    await next;
    expect(onWait).not.toHaveBeenCalled();
  });

  it('removes an aborted request from the queue', async () => {
    const limiter = createRateLimiter({ concurrency: 1 });
    const leave = await acquire(limiter);
    const controller = new AbortController();
    const gone = acquire(limiter, 'token', { signal: controller.signal });
    const next = acquire(limiter);
    controller.abort(new Error('enough'));
    await expect(gone).rejects.toThrow('enough');
    leave();
    await expect(next).resolves.toBeTypeOf('function');
  });

  it('does not queue a request that was already aborted', async () => {
    const limiter = createRateLimiter({ concurrency: 1 });
    const leave = await acquire(limiter);
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(acquire(limiter, 'token', { signal })).rejects.toThrow('enough');
    leave();
    await expect(acquire(limiter)).resolves.toBeTypeOf('function');
  });

  it('leaves no listener on the signal of a request that had to wait', async () => {
    const limiter = createRateLimiter({ concurrency: 1 });
    const { signal } = new AbortController();
    const leave = await acquire(limiter, 'token', { signal });
    const next = acquire(limiter, 'token', { signal });
    await vi.advanceTimersByTimeAsync(0);
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    leave();
    await next;
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

it('a request counts for one window after its end, and no longer', async () => {
  const limiter = createRateLimiter({ requests: 5, windowMs: 1000 });
  const waits: number[] = [];
  const onWait = (ms: number) => waits.push(ms);
  // Each round starts the four fifths that need not wait.
  for (let round = 0; round < 3; round++) {
    for (let n = 0; n < 4; n++) (await acquire(limiter, 'token', { onWait }))();
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(waits).toEqual([]);
});

describe('in a Cloudflare Worker, where one request cannot wake another', () => {
  beforeEach(() => {
    vi.stubGlobal('navigator', { userAgent: 'Cloudflare-Workers' });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('requests poll, and start in order', async () => {
    const limiter = createRateLimiter({ concurrency: 1 });
    const order: number[] = [];
    const first = await acquire(limiter);
    const all = [1, 2].map(async (n) => {
      const release = await acquire(limiter);
      order.push(n);
      release();
    });
    await vi.advanceTimersByTimeAsync(500);
    expect(order).toEqual([]);
    first();
    await vi.advanceTimersByTimeAsync(100);
    await Promise.all(all);
    expect(order).toEqual([1, 2]);
  });

  it('a canceled request does not block the others', async () => {
    const limiter = createRateLimiter({ concurrency: 1 });
    const first = await acquire(limiter);
    // Its timer never fires, as if the request had been canceled.
    const stuck = vi.fn(() => 0);
    const { setTimeout } = globalThis;
    Object.assign(globalThis, { setTimeout: stuck });
    acquire(limiter);
    await Promise.resolve();
    Object.assign(globalThis, { setTimeout });
    expect(stuck).toHaveBeenCalledOnce();
    const next = acquire(limiter);
    first();
    await vi.advanceTimersByTimeAsync(4000);
    const state = vi.fn();
    next.then(state);
    await vi.advanceTimersByTimeAsync(0);
    expect(state).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1100);
    expect(state).toHaveBeenCalledOnce();
  });
});
