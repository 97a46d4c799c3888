/** The packed client in workerd, the runtime of Cloudflare Workers. */
import { expect, it } from 'vitest';
import { bundleProgram } from './sandbox/bundle.ts';
import { startWorker } from './sandbox/workerd.ts';
import { startSandboxServer } from './sandbox-server.ts';

it('requests share a client, its retries and a limiter that lets one call through at a time', async () => {
  await using sandbox = await startSandboxServer();
  sandbox.workspace.faults.add({ operationId: 'getEnterpriseMetadata', status: 503, times: 2 });
  await using worker = await startWorker(await bundleProgram('worker.mjs'));
  const { enterpriseId, syncToken, asyncToken } = sandbox.workspace;
  const { TELECRM_SYNC_URL: sync, TELECRM_ASYNC_URL: async } = sandbox.env;
  const call = async (n: number) => {
    const options = { enterpriseId, syncToken, asyncToken, sync, async, phone: `91987654321${n}` };
    const response = await fetch(`${worker.url}/?${new URLSearchParams(options)}`);
    return response.text();
  };
  const responses = await Promise.all(Array.from({ length: 10 }, (_, n) => call(n)));
  expect(new Set(responses)).toEqual(
    new Set([JSON.stringify({ status: 'QUEUED', id: enterpriseId })]),
  );
  // A later request must not depend on what an earlier one has made.
  expect(await call(1)).toContain('QUEUED');
  await sandbox.workspace.drain();
  expect((await sandbox.workspace.leads()).total_count).toBe(10);
  expect(worker.said()).toBe('');
}, 60_000);
