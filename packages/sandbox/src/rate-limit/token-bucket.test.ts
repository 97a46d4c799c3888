import { apis } from '@telecrm/spec/model';
import { expect, it } from 'vitest';
import { createSandbox } from '../create-sandbox.ts';
import { callerOf } from '../testing/caller.ts';
import { createRateLimiters } from './limiters.ts';
import { createTokenBucket } from './token-bucket.ts';

it('lets so many through, then says how long to wait, and keeps its word', () => {
  let now = 0;
  const limiter = createTokenBucket(120, () => now);
  for (let count = 0; count < 120; count++) expect(limiter.take('a')).toBe(0);
  expect(limiter.take('a')).toBe(30);
  now = 29;
  expect(limiter.take('a')).toBe(1);
  now = 30;
  expect(limiter.take('a')).toBe(0);
  expect(limiter.take('a')).toBe(30);
  now = 3630;
  for (let count = 0; count < 120; count++) expect(limiter.take('a')).toBe(0);
  expect(limiter.take('a')).toBeGreaterThan(0);
});

it('counts each token by itself', () => {
  const limiter = createTokenBucket(1, () => 0);
  expect([limiter.take('a'), limiter.take('b'), limiter.take('a')]).toEqual([0, 0, 3600]);
  limiter.forget('a');
  expect(limiter.take('a')).toBe(0);
});

it('is a 429 with Retry-After, for each token of its own, and recovers', async () => {
  await using sandbox = createSandbox({ strict: true, requestsPerHour: 3600 });
  const { sync, control } = callerOf(sandbox, await sandbox.workspaces.create());
  const other = callerOf(sandbox, await sandbox.workspaces.create());
  let refused = 0;
  for (let round = 0; round < 91 && refused === 0; round++) {
    const all = await Promise.all(Array.from({ length: 40 }, () => sync('GET', '/metadata')));
    refused = all.filter(({ status }) => status === 429).length;
  }
  const answer = await sync('GET', '/metadata');
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
  expect(answer.body.error.code).toBe('TOO_MANY_REQUESTS');
  expect((await other.sync('GET', '/metadata')).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect((await sync('GET', '/metadata')).status).toBe(200);
  await control('POST', '/reset');
  expect((await sync('GET', '/metadata')).status).toBe(200);
}, 30_000);

it('is the documented figure of the Async API unless another is given, and none of the Sync API', async () => {
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
