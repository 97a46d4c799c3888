import { afterEach, expect, it, vi } from 'vitest';
import type { ControlRequest, Handler } from '../../control/handler.ts';
import { createMemoryHosting, createMemoryStorage } from '../../storage/index.ts';
import { hosted } from '../../testing/hosted.ts';
import { limitCopies, maxCopies } from './limit-copies.ts';

afterEach(() => vi.useRealTimers());

const partner = (partnerId: string) => ({ caller: { actor: 'partner', partnerId } });
const admin = { caller: { actor: 'admin', partnerId: null } };

/** Limits a copy that takes a second, and notes when copies start. */
function limitedCopy() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const began = performance.now();
  const starts: number[] = [];
  const copy: Handler = async () => {
    starts.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return { status: 204 };
  };
  const { limit, stop } = limitCopies();
  const limited = limit(copy);
  // A copy needs nothing of a request but its caller.
  const request = async (of: object) => limited(of as ControlRequest);
  return { starts, request, stop };
}

it('lets the copies of a partner run one at a time, with a pause as long as each of them', async () => {
  const { starts, request } = limitedCopy();
  const copies = [request(partner('a')), request(partner('a')), request(partner('a'))];
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await Promise.all(copies)).toEqual(Array(3).fill({ status: 204 }));
  expect(starts).toEqual([0, 2000, 4000]);
  // The pause is over.
  void request(partner('a'));
  await vi.advanceTimersByTimeAsync(0);
  expect(starts.at(-1)).toBe(10_000);
});

it('lets the copies of others and of the admin run at once', async () => {
  const { starts, request } = limitedCopy();
  for (const of of [partner('a'), partner('b'), admin, admin]) void request(of);
  await vi.advanceTimersByTimeAsync(0);
  expect(starts).toEqual([0, 0, 0, 0]);
});

it('rejects more than it lets wait, until one is done', async () => {
  const { request } = limitedCopy();
  const copies = Array.from({ length: maxCopies }, () => request(partner('a')));
  const rejected = await request(partner('a'));
  expect(rejected).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
  expect(rejected.body).toMatchObject({
    error: { code: 'QUOTA_EXCEEDED', message: expect.stringContaining('Only 25 snapshots') },
  });
  await vi.advanceTimersByTimeAsync(1000);
  expect(await copies[0]).toEqual({ status: 204 });
  copies.push(request(partner('a')));
  await vi.advanceTimersByTimeAsync(2000 * maxCopies);
  expect((await Promise.all(copies)).every(({ status }) => status === 204)).toBe(true);
});

it('continues after a copy that fails', async () => {
  const { limit } = limitCopies();
  // A copy needs nothing of a request but its caller.
  const request = partner('a') as ControlRequest;
  const failed = limit(() => Promise.reject(new Error('The disk is full')))(request);
  const next = limit(() => ({ status: 204 }))(request);
  await expect(failed).rejects.toThrow('The disk is full');
  expect(await next).toEqual({ status: 204 });
});

it('rejects copies that wait when the sandbox stops, and completes the one that runs', async () => {
  const { starts, request, stop } = limitedCopy();
  const [running, ...waiting] = [1, 2, 3].map(() => request(partner('a')));
  const others = [request(partner('b')), request(partner('b'))];
  await vi.advanceTimersByTimeAsync(500);
  const results = Promise.allSettled([...waiting, ...others]);
  stop();
  await vi.advanceTimersByTimeAsync(500);
  expect(await running).toEqual({ status: 204 });
  const statuses = (await results).map(({ status }) => status);
  expect(statuses).toEqual(['rejected', 'rejected', 'fulfilled', 'rejected']);
  await expect(request(partner('c'))).rejects.toThrow('it is stopping');
  expect(starts).toEqual([0, 0]);
});

it('does not wait for the end of a pause when the sandbox stops', async () => {
  const { request, stop } = limitedCopy();
  const first = request(partner('a'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(await first).toEqual({ status: 204 });
  const next = expect(request(partner('a'))).rejects.toThrow('it is stopping');
  await vi.advanceTimersByTimeAsync(0);
  stop();
  await next;
  expect(vi.getTimerCount()).toBe(0);
});

it('applies to snapshots, restores and clones of all workspaces of a partner together', async () => {
  const storage = { ...createMemoryStorage(), hosting: createMemoryHosting() };
  let running = 0;
  let most = 0;
  const observed =
    <A extends unknown[], R>(copy: (...values: A) => Promise<R>) =>
    async (...values: A) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      return copy(...values);
    };
  const { snapshots, workspaces } = storage;
  const {
    as,
    partner: create,
    workspace,
  } = hosted(
    {},
    {
      storage: {
        ...storage,
        snapshots: {
          ...snapshots,
          save: observed(snapshots.save),
          restore: observed(snapshots.restore),
        },
        workspaces: { ...workspaces, clone: observed(workspaces.clone) },
      },
    },
  );
  const { key } = await create();
  const own = [await workspace(key), await workspace(key)];
  const call = as(key);
  for (const { enterpriseId } of own) await call('PUT', `/workspaces/${enterpriseId}/snapshots/a`);
  const copies = own.flatMap(({ enterpriseId }) => [
    call('PUT', `/workspaces/${enterpriseId}/snapshots/b`),
    call('POST', `/workspaces/${enterpriseId}/snapshots/a/restore`),
    call('POST', `/workspaces/${enterpriseId}/clone`),
  ]);
  const statuses = (await Promise.all(copies)).map(({ status }) => status);
  expect(statuses).toEqual([204, 204, 201, 204, 204, 201]);
  expect(most).toBe(1);
});
