/** The time limits of calls, and what ends their waits. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { abortAfter, startNetwork, useJumpingClock } from '../../test/support/network.ts';
import { createRateLimiter } from '../index.ts';

useJumpingClock();

const busy =
  (seconds: string, status = 429) =>
  () =>
    new Response('', { status, headers: { 'Retry-After': seconds } });
const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe('the time limit of the whole call', () => {
  it('ends a wait that the API asks for', async () => {
    const { sync, sent } = startNetwork([busy('12'), 200], { totalTimeoutMs: 8000 });
    const start = Date.now();
    expect(await sync.try.getEnterpriseMetadata()).toMatchObject({
      error: {
        code: 'TIMEOUT',
        message: 'getEnterpriseMetadata failed: it took longer than 8000 ms in all',
      },
    });
    expect(Date.now() - start).toBe(8000);
    expect(sent).toHaveLength(1);
  });

  it('ends an attempt', async () => {
    const { sync } = startNetwork(['silence'], { totalTimeoutMs: 8000 });
    const start = Date.now();
    const body = { fields: { phone: '919999999999' } };
    expect(await sync.try.createLead({ body })).toMatchObject({
      error: { code: 'TIMEOUT', mayHaveHappened: true },
    });
    expect(Date.now() - start).toBe(8000);
  });

  it('ends a wait for the rate limiter', async () => {
    const rateLimit = createRateLimiter({ requests: 1, windowMs: 30_000 });
    const { sync } = startNetwork([200], { rateLimit });
    await sync.getEnterpriseMetadata();
    const start = Date.now();
    const call = sync.getEnterpriseMetadata({}, { totalTimeoutMs: 500 });
    await expect(call).rejects.toMatchObject({ code: 'TIMEOUT', mayHaveHappened: false });
    expect(Date.now() - start).toBe(500);
  });

  it('is infinite by default', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const { sync } = startNetwork([busy('60'), busy('60'), 200]);
    const start = Date.now();
    await sync.getEnterpriseMetadata();
    expect(Date.now() - start).toBe(120_000);
  });

  it('leaves no timer behind', async () => {
    const { sync } = startNetwork([200], { totalTimeoutMs: 8000 });
    await sync.getEnterpriseMetadata();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the time limit of an attempt', () => {
  it('is in the message', async () => {
    const { sync } = startNetwork(['silence'], { attemptTimeoutMs: 5000 });
    await expect(sync.getEnterpriseMetadata()).rejects.toThrow(
      'getEnterpriseMetadata failed: no response within 5000 ms',
    );
  });

  it('also ends one whose fetch ignores the signal', async () => {
    const { sync } = startNetwork([], {
      attemptTimeoutMs: 50,
      retry: { maxAttempts: 1 },
      fetch: () => new Promise(() => {}),
    });
    const start = Date.now();
    await expect(sync.getEnterpriseMetadata()).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(Date.now() - start).toBe(50);
  });
});

describe('the signal for waits', () => {
  it('ends a wait immediately', async () => {
    const { sync, sent } = startNetwork([busy('30'), 200]);
    const start = Date.now();
    const call = sync.getEnterpriseMetadata({}, { waitSignal: abortAfter(50) });
    await expect(call).rejects.toMatchObject({ code: 'ABORTED' });
    expect(Date.now() - start).toBe(50);
    expect(sent).toHaveLength(1);
  });

  it('does not end a request in flight', async () => {
    const { sync } = startNetwork([], {
      async fetch() {
        await new Promise((done) => setTimeout(done, 1000));
        return Response.json({ name: 'x' });
      },
    });
    const call = sync.getEnterpriseMetadata({}, { waitSignal: abortAfter(50) });
    await expect(call).resolves.toEqual({ name: 'x' });
  });

  it('prevents sending if it is already aborted', async () => {
    const { sync, sent } = startNetwork([200]);
    const call = sync.getEnterpriseMetadata({}, { waitSignal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ code: 'ABORTED', mayHaveHappened: false });
    expect(sent).toEqual([]);
  });
});

describe('the signal for waits and the signal of the call', () => {
  it.each([
    ['the first', 50, 5000],
    ['the second', 5000, 50],
  ])('end a wait together, if %s aborts', async (_, waitsAfter, callAfter) => {
    const { sync, sent } = startNetwork([busy('30'), 200]);
    const signals = { waitSignal: abortAfter(waitsAfter), signal: abortAfter(callAfter) };
    const start = Date.now();
    const call = sync.getEnterpriseMetadata({}, signals);
    await expect(call).rejects.toMatchObject({ code: 'ABORTED' });
    expect(Date.now() - start).toBe(50);
    expect(sent).toHaveLength(1);
  });
});

describe('a call that is asked to wait', () => {
  beforeEach(() => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
  });

  it('by a 429 delays new ones of the token', async () => {
    const { sync, sent } = startNetwork([busy('30'), 200], { rateLimit: createRateLimiter() });
    const first = sync.getEnterpriseMetadata();
    await sleep(100);
    await sync.getEnterpriseMetadata();
    await first;
    expect(sent).toEqual([0, 30_000, 30_000]);
  });

  it('by a 503 does not delay others', async () => {
    const { sync, sent } = startNetwork([busy('30', 503), 200], { rateLimit: createRateLimiter() });
    const first = sync.getEnterpriseMetadata();
    await sleep(100);
    await sync.getEnterpriseMetadata();
    await first;
    expect(sent).toEqual([0, 100, 30_000]);
  });

  it('and is aborted no longer delays others', async () => {
    const { sync, sent } = startNetwork([busy('30'), 200], { rateLimit: createRateLimiter() });
    await sync.try.getEnterpriseMetadata({}, { signal: abortAfter(50) });
    await sync.getEnterpriseMetadata();
    expect(sent).toEqual([0, 50]);
  });

  it('does not wait longer because another one has to', async () => {
    const steps = [busy('1'), busy('30'), 200];
    const { sync, sent } = startNetwork(steps, { rateLimit: createRateLimiter() });
    await Promise.all([sync.getEnterpriseMetadata(), sync.getEnterpriseMetadata()]);
    expect(sent).toEqual([0, 0, 1000, 30_000]);
  });
});

describe('many calls that are asked to wait', () => {
  it('are retried one after another, and new ones wait with them', async () => {
    vi.spyOn(Math, 'random').mockImplementation(() => 0.5);
    const arrived: number[] = [];
    const start = Date.now();
    const { sync } = startNetwork([], {
      rateLimit: createRateLimiter(),
      retry: { backoffMs: 0 },
      async fetch() {
        arrived.push(Date.now() - start);
        if (arrived.length <= 8) return new Response('', { status: 429, headers: retryAfter });
        return Response.json({ name: 'x' });
      },
    });
    const retryAfter = { 'Retry-After': '5' };
    const calls = Array.from({ length: 8 }, () => sync.getEnterpriseMetadata());
    await new Promise((done) => setTimeout(done, 1000));
    calls.push(sync.getEnterpriseMetadata());
    await Promise.all(calls);
    const later = arrived.slice(8).sort((one, other) => one - other);
    expect(later).toHaveLength(9);
    expect(later[0]).toBeGreaterThanOrEqual(5000);
    expect(new Set(later).size).toBeGreaterThanOrEqual(8);
  });
});
