import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { rateLimiter } from './limiter.ts';

const never = new AbortController().signal;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Sends one after another for so many seconds, and says when each went. */
async function loop(limits: Parameters<typeof rateLimiter>[0], seconds: number, each = 10) {
  const limiter = rateLimiter(limits);
  const sent: number[] = [];
  let over = false;
  const running = (async () => {
    while (!over) {
      const leave = await limiter('token', never, Infinity, () => {});
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

/** The most that went in any stretch of that length. */
function most(sent: number[], seconds: number): number {
  return Math.max(
    ...sent.map((start) => sent.filter((at) => at >= start && at < start + seconds * 1000).length),
  );
}

describe('a loop', () => {
  test('never sends more than the limit in any stretch of its length', async () => {
    const sent = await loop({ requests: 100, seconds: 10 }, 60);
    expect(most(sent, 10)).toBeLessThanOrEqual(100);
    expect(sent.length).toBeGreaterThan(500);
  });

  test('slows down before the limit instead of standing still', async () => {
    const sent = await loop({ requests: 100, seconds: 10 }, 30);
    const gaps = sent.slice(1).map((at, index) => at - (sent[index] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(1000);
  });

  test('of less than the limit is not held back', async () => {
    const sent = await loop({ requests: 1000, seconds: 10 }, 2, 10);
    expect(sent.length).toBeGreaterThan(195);
  });

  test('keeps to the limit with a single request, too', async () => {
    const sent = await loop({ requests: 1, seconds: 1 }, 10);
    expect(most(sent, 1)).toBe(1);
    expect(sent.length).toBeGreaterThan(8);
  });
});

describe('many at once', () => {
  test('keep to the limit as well', async () => {
    const limiter = rateLimiter({ requests: 50, seconds: 5 });
    const sent: number[] = [];
    const all = Array.from({ length: 120 }, () =>
      limiter('token', never, Infinity, () => {}).then(() => sent.push(Date.now())),
    );
    await vi.advanceTimersByTimeAsync(60_000);
    await Promise.all(all);
    expect(most(sent, 5)).toBeLessThanOrEqual(50);
  });

  test('go at once but for the last fifth, which is spread over the window', async () => {
    const limiter = rateLimiter({ requests: 10, seconds: 100 });
    const waits: number[] = [];
    const send = () => limiter('token', never, Infinity, (ms) => waits.push(ms));
    const all = Array.from({ length: 10 }, send);
    await vi.advanceTimersByTimeAsync(101_000);
    await Promise.all(all);
    expect(waits).toEqual([50_500, 101_000]);
  });

  test('fail at once where the wait would be too long, with that wait', async () => {
    const limiter = rateLimiter({ requests: 2, seconds: 3600 });
    const send = () => limiter('token', never, 60_000, () => {});
    await send();
    await expect(Promise.all([send(), send()])).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      message: 'The rate limit is used up: wait 3636 seconds',
      retryAfter: 3636,
    });
  });

  test('that failed take no place', async () => {
    const limiter = rateLimiter({ requests: 1, seconds: 100 });
    const send = () => limiter('token', never, 1000, () => {});
    await send();
    for (let n = 0; n < 5; n++) await expect(send()).rejects.toHaveProperty('code', 'RATE_LIMITED');
    await vi.advanceTimersByTimeAsync(101_000);
    await expect(send()).resolves.toBeTypeOf('function');
  });
});

describe('tokens', () => {
  test('have a limit each', async () => {
    const limiter = rateLimiter({ requests: 1, seconds: 100 });
    await limiter('one', never, 0, () => {});
    await expect(limiter('other', never, 0, () => {})).resolves.toBeTypeOf('function');
    await expect(limiter('one', never, 0, () => {})).rejects.toHaveProperty('retryAfter');
  });
});

describe('concurrency', () => {
  test('lets only so many be under way, the others in the order they came', async () => {
    const limiter = rateLimiter({ concurrency: 2 });
    const order: number[] = [];
    let busy = 0;
    let peak = 0;
    const all = Array.from({ length: 6 }, async (_, n) => {
      const leave = await limiter('token', never, 0, () => {});
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

  test('lets one that is aborted leave the queue', async () => {
    const limiter = rateLimiter({ concurrency: 1 });
    const leave = await limiter('token', never, 0, () => {});
    const controller = new AbortController();
    const gone = limiter('token', controller.signal, 0, () => {});
    const next = limiter('token', never, 0, () => {});
    controller.abort(new Error('enough'));
    await expect(gone).rejects.toThrow('enough');
    leave();
    await expect(next).resolves.toBeTypeOf('function');
  });

  test('lets one that was aborted before not even queue', async () => {
    const limiter = rateLimiter({ concurrency: 1 });
    const leave = await limiter('token', never, 0, () => {});
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(limiter('token', signal, 0, () => {})).rejects.toThrow('enough');
    leave();
    await expect(limiter('token', never, 0, () => {})).resolves.toBeTypeOf('function');
  });

  test('leaves no listener on the signal of one that had to queue', async () => {
    const limiter = rateLimiter({ concurrency: 1 });
    const { signal } = new AbortController();
    const leave = await limiter('token', signal, 0, () => {});
    const next = limiter('token', signal, 0, () => {});
    await vi.advanceTimersByTimeAsync(0);
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    leave();
    await next;
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

test('a wait for the rate is told before it begins, and ends with the signal', async () => {
  const limiter = rateLimiter({ requests: 1, seconds: 10 });
  await limiter('token', never, Infinity, () => {});
  const waits: number[] = [];
  const controller = new AbortController();
  const held = limiter('token', controller.signal, Infinity, (ms) => waits.push(ms));
  await vi.advanceTimersByTimeAsync(10);
  expect(waits).toEqual([expect.closeTo(10_100, -2)]);
  controller.abort(new Error('enough'));
  await expect(held).rejects.toThrow('enough');
});
