import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acquire } from '../../test/support/acquire.ts';
import { createRateLimiter } from './rate-limiter.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('a wait for the rate is reported before it begins, and ends with the signal', async () => {
  const limiter = createRateLimiter({ requests: 1, windowMs: 10000 });
  await acquire(limiter);
  const waits: number[] = [];
  const controller = new AbortController();
  const held = acquire(limiter, 'token', {
    signal: controller.signal,
    onWait: (ms) => waits.push(ms),
  });
  await vi.advanceTimersByTimeAsync(10);
  expect(waits).toEqual([10_000]);
  controller.abort(new Error('enough'));
  await expect(held).rejects.toThrow('enough');
});

it('a wait for the rate that another request prolongs is reported once', async () => {
  const limiter = createRateLimiter({ requests: 1, windowMs: 1000 });
  const leave = await acquire(limiter);
  const waits: number[] = [];
  const next = acquire(limiter, 'token', { onWait: (ms) => waits.push(ms) });
  await vi.advanceTimersByTimeAsync(500);
  leave();
  await vi.advanceTimersByTimeAsync(1000);
  await next;
  expect(waits).toEqual([1000]);
});

it('a wait for the rate may be as long as the longest wait', async () => {
  const limiter = createRateLimiter({ requests: 1, windowMs: 1000 });
  (await acquire(limiter))();
  const next = acquire(limiter, 'token', { maxWaitMs: 1000 });
  await vi.advanceTimersByTimeAsync(1000);
  await next;
});

describe('a pause', () => {
  it('delays new requests of its token, but not those that ignore pauses', async () => {
    const limiter = createRateLimiter();
    const pause = limiter.pause('token', 1000);
    const start = Date.now();
    const times: number[] = [];
    const all = Promise.all([
      acquire(limiter).then(() => times.push(Date.now() - start)),
      acquire(limiter, 'other').then(() => times.push(Date.now() - start)),
      limiter
        .acquire({
          token: 'token',
          maxWaitMs: 0,
          leaseMs: 1000,
          onWait: () => {},
          ignorePauses: true,
        })
        .then(() => times.push(Date.now() - start)),
    ]);
    await vi.advanceTimersByTimeAsync(2000);
    await all;
    expect(times.sort((one, other) => one - other)).toEqual([0, 0, 1000]);
    pause.end();
  });

  it('is reported before the wait, once', async () => {
    const limiter = createRateLimiter();
    limiter.pause('token', 2500);
    const waits: number[] = [];
    const next = acquire(limiter, 'token', { onWait: (ms) => waits.push(ms) });
    await vi.advanceTimersByTimeAsync(2499);
    expect(waits).toEqual([2500]);
    await vi.advanceTimersByTimeAsync(1);
    await expect(next).resolves.toBeTypeOf('function');
  });

  it('rejects immediately if it is longer than the longest wait, but not if it is as long', async () => {
    const limiter = createRateLimiter();
    limiter.pause('token', 1000);
    await expect(acquire(limiter, 'token', { maxWaitMs: 999 })).rejects.toMatchObject({
      waitMs: 1000,
    });
    const next = acquire(limiter, 'token', { maxWaitMs: 1000 });
    await vi.advanceTimersByTimeAsync(1000);
    await expect(next).resolves.toBeTypeOf('function');
  });

  it('can be ended early', async () => {
    const limiter = createRateLimiter();
    const [first, second] = [limiter.pause('token', 60_000), limiter.pause('token', 60_000)];
    expect([first.others, second.others]).toEqual([0, 1]);
    const next = acquire(limiter);
    first.end();
    second.end();
    await vi.advanceTimersByTimeAsync(1000);
    await expect(next).resolves.toBeTypeOf('function');
  });
});
