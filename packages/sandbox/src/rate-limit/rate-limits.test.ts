import { apis } from '@telecrm/spec/model';
import { expect, it } from 'vitest';
import { createSandbox } from '../create-sandbox.ts';
import { callerOf } from '../testing/caller.ts';
import { rateLimitsOf } from './rate-limits.ts';

it('responds with a 429 and Retry-After, separately for each token, until a reset', async () => {
  await using sandbox = createSandbox({ strict: true, requestsPerHour: 3 });
  const { sync, control } = callerOf(sandbox, await sandbox.workspaces.create());
  const other = callerOf(sandbox, await sandbox.workspaces.create());
  for (let count = 0; count < 3; count++) {
    expect((await sync('GET', '/metadata')).status).toBe(200);
  }
  const rejected = await sync('GET', '/metadata');
  expect([rejected.status, rejected.body.error.code]).toEqual([429, 'TOO_MANY_REQUESTS']);
  const seconds = Number(rejected.headers.get('retry-after'));
  // On a busy machine, the first call may have been some time ago.
  expect(seconds).toBeGreaterThan(3500);
  expect(seconds).toBeLessThanOrEqual(3600);
  expect((await other.sync('GET', '/metadata')).status).toBe(200);
  await control('POST', '/reset');
  expect((await sync('GET', '/metadata')).status).toBe(200);
});

it('applies the documented limit of the Async API unless another is set, and none to the Sync API', async () => {
  await using sandbox = createSandbox({ strict: true });
  const { queue, sync } = callerOf(sandbox, await sandbox.workspaces.create());
  const { requests } = apis().async.rateLimit ?? { requests: 0 };
  expect(requests).toBeGreaterThan(0);
  expect(rateLimitsOf()).toEqual({ async: { name: 'async', requests, seconds: 3600 } });
  expect([(await queue({})).status, (await sync('GET', '/metadata')).status]).toEqual([200, 200]);
});
