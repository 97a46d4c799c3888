/**
 * The packed client in a Cloudflare Worker, where a request must not wait for anything that another request has
 * started.
 */
import { afterAll, beforeEach, expect, it } from 'vitest';
import { bundleProgram } from './sandbox/bundle.ts';
import { startSandboxServer } from './sandbox-server.ts';
import { startWorker } from './start-worker.ts';

const sandbox = await startSandboxServer();
const { workspace } = sandbox;
const worker = await startWorker(await bundleProgram('worker.mjs'), sandbox.env);

afterAll(async () => {
  await worker[Symbol.asyncDispose]();
  await sandbox[Symbol.asyncDispose]();
});
beforeEach(() => workspace.faults.clear());

/**
 * A request that hangs is canceled by the runtime or by this timeout, which is long enough for a busy machine but shorter
 * than the 30 seconds after which a limiter gives up on an unfinished call.
 */
async function ask(path: string): Promise<string> {
  const response = await fetch(worker.url + path, { signal: AbortSignal.timeout(25_000) });
  return response.text();
}

it('serves several requests, one after another, with one client', async () => {
  const names = [await ask('/'), await ask('/'), await ask('/')];
  expect(names).toEqual(Array(3).fill('Acme Corporation'));
});

it('retries', async () => {
  await workspace.faults.add({ status: 503, times: 2 });
  expect(await ask('/')).toBe('Acme Corporation');
});

it('rejects after a timeout, and serves the next request', async () => {
  await workspace.faults.add({ delayMs: 60_000 });
  expect(await ask('/impatient')).toBe('TIMEOUT');
  await workspace.faults.clear();
  expect(await ask('/impatient')).toBe('Acme Corporation');
});

it('concurrent requests share a limiter that allows one call at a time', async () => {
  await workspace.faults.add({ delayMs: 20 });
  const names = await Promise.all(Array.from({ length: 6 }, () => ask('/one-at-a-time')));
  expect(names).toEqual(Array(6).fill('Acme Corporation'));
});

it('an aborted request does not block the others', async () => {
  await workspace.faults.add({ delayMs: 2000, times: 1 });
  const left = fetch(`${worker.url}/one-at-a-time`, { signal: AbortSignal.timeout(50) });
  await expect(left).rejects.toThrow();
  expect(await ask('/one-at-a-time')).toBe('Acme Corporation');
});

it('queues the leads of many concurrent requests', async () => {
  const phones = Array.from({ length: 10 }, (_, n) => `91987654321${n}`);
  const statuses = await Promise.all(phones.map((phone) => ask(`/?phone=${phone}`)));
  expect(statuses).toEqual(Array(10).fill('QUEUED'));
  await workspace.drain();
  expect((await workspace.leads()).total_count).toBe(10);
});

it('causes no errors of the runtime', () => {
  expect(worker.errorOutput()).toBe('');
});
