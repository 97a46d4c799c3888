/** The sandbox in a worker: called by a program inside it, and as the worker's own `fetch`. */
import { expect, it } from 'vitest';
import { startWorker } from '../start-worker.ts';
import { bundleProgram } from './bundle.ts';

it("works in workerd, also as the worker's fetch handler", async () => {
  await using worker = await startWorker(await bundleProgram('sandbox-worker.mjs'));
  expect(await (await fetch(`${worker.url}/phone`)).text()).toBe('919999999999');

  const call = (path: string, token: string, body?: object) =>
    fetch(worker.url + path, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  const lead = { fields: { phone: '919876543210', name: 'Jane' } };
  const queued = await call('/enterprise/ent_sandbox/autoupdatelead', 'sandbox-async-token', lead);
  expect(await queued.json()).toEqual({ status: 'QUEUED' });
  // A worker's timers end with its response: overdue leads are processed during the next call.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const found = await call(
    '/autoupdate/v2/enterprise/ent_sandbox/lead/search',
    'sandbox-sync-token',
    { fields: { phone: '919876543210' } },
  );
  expect(await found.json()).toMatchObject({ total_count: 1 });
  const ingestions = '/_sandbox/workspaces/ent_sandbox/ingestions';
  expect((await call(ingestions, 'nobody')).status).toBe(401);
  expect(await (await call(ingestions, 'worker-control-token')).json()).toMatchObject({
    data: [{ outcome: 'CREATED' }],
  });
  expect(worker.errorOutput()).toBe('');
});
