import { apis } from '@telecrm/spec/model';
import { expect, it } from 'vitest';
import { createSandbox } from '../create-sandbox.ts';
import { callerOf } from '../testing/caller.ts';
import { createRateLimiters } from './limiters.ts';
import { createSlidingWindow } from './sliding-window.ts';

it('allows the limit, then returns how long to wait, and allows the next request after that time', () => {
  let now = 0;
  const limiter = createSlidingWindow(120, () => now);
  for (let count = 0; count < 120; count++) expect(limiter.take('a')).toBe(0);
  expect(limiter.take('a')).toBe(3600);
  now = 3599.5;
  expect(limiter.take('a')).toBe(1);
  now = 3600;
  for (let count = 0; count < 120; count++) expect(limiter.take('a')).toBe(0);
  expect(limiter.take('a')).toBe(3600);
});

it('allows at most the limit in any hour, and nearly all of it at a steady rate', () => {
  let now = 0;
  const limiter = createSlidingWindow(600, () => now);
  const taken: number[] = [];
  // First a burst, then pauses of every length up to 20 seconds.
  for (let call = 0; call < 5000; call++) {
    if (limiter.take('a') === 0) taken.push(now);
    now += call < 1000 ? 0.1 : (call * 7) % 20;
  }
  for (const [index, time] of taken.entries()) {
    const inHour = taken.slice(index).findIndex((later) => later >= time + 3600);
    expect(inHour < 0 ? taken.length - index : inHour).toBeLessThanOrEqual(600);
  }
  const hours = now / 3600;
  expect(taken.length).toBeGreaterThan(0.5 * Math.min(5000, hours * 600));
});

it('counts each token separately', () => {
  const limiter = createSlidingWindow(1, () => 0);
  expect([limiter.take('a'), limiter.take('b'), limiter.take('a')]).toEqual([0, 0, 3600]);
  limiter.forget('a');
  expect(limiter.take('a')).toBe(0);
});

it('is a 429 with Retry-After for each token separately, until a reset', async () => {
  await using sandbox = createSandbox({ strict: true, requestsPerHour: 3 });
  const { sync, control } = callerOf(sandbox, await sandbox.workspaces.create());
  const other = callerOf(sandbox, await sandbox.workspaces.create());
  for (let count = 0; count < 3; count++) {
    expect((await sync('GET', '/metadata')).status).toBe(200);
  }
  const refused = await sync('GET', '/metadata');
  expect([refused.status, refused.body.error.code]).toEqual([429, 'TOO_MANY_REQUESTS']);
  const seconds = Number(refused.headers.get('retry-after'));
  // The first call may be a while ago on a busy machine.
  expect(seconds).toBeGreaterThan(3500);
  expect(seconds).toBeLessThanOrEqual(3600);
  expect((await other.sync('GET', '/metadata')).status).toBe(200);
  await control('POST', '/reset');
  expect((await sync('GET', '/metadata')).status).toBe(200);
});

it('defaults to the documented one for the Async API and to none for the Sync API', async () => {
  await using sandbox = createSandbox({ strict: true });
  const { queue, sync } = callerOf(sandbox, await sandbox.workspaces.create());
  const limiters = createRateLimiters();
  const { requests } = apis().async.rateLimit ?? { requests: 0 };
  expect(requests).toBeGreaterThan(0);
  for (let count = 0; count < requests; count++) limiters.async.take('t');
  expect(limiters.async.take('t')).toBeGreaterThan(0);
  for (let count = 0; count < 2 * requests; count++) expect(limiters.sync.take('t')).toBe(0);
  expect([(await queue({})).status, (await sync('GET', '/metadata')).status]).toEqual([200, 200]);
});
