import { execFileSync } from 'node:child_process';
import { send } from '@telecrm/caller';
import { createMemoryStorage, StorageUnavailableError } from '@telecrm/sandbox/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReadiness } from '../../lifecycle/readiness.ts';
import type { Mock } from '../../options.ts';
import { startMock } from '../../start-mock.ts';
import { runToEnd } from '../../testing/command.ts';
import { startHealthServer } from './health-server.ts';

describe('the port for probes', () => {
  const adminToken = 'the-admin-token';
  let mock: Mock;
  let url: string;
  beforeAll(async () => {
    mock = await startMock({ healthPort: 0, metrics: true, adminToken });
    url = `http://127.0.0.1:${mock.healthPort}`;
  });
  afterAll(() => mock.close());

  it.each(['live', 'ready', 'health'])('responds to %s without a token', async (path) => {
    expect((await send(`${url}/_sandbox/${path}`)).status).toBe(200);
  });

  it('responds while the event loop of the sandbox is blocked', () => {
    const program = `fetch(process.argv[1]).then(({ status }) => console.log(status))`;
    // The call blocks this thread, in which the sandbox runs, until the other process has its response.
    for (const path of ['live', 'ready', 'health']) {
      const args = ['--eval', program, `${url}/_sandbox/${path}`];
      expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toBe('200\n');
    }
  });

  it('no longer responds once the event loop has been blocked for long', async () => {
    const handle = () => ({ status: 200 });
    const where = { port: 0, host: '127.0.0.1', log() {} };
    const readiness = createReadiness();
    const server = await startHealthServer(handle, { ...where, readiness, staleMs: 100 });
    const program = `setTimeout(() => fetch(process.argv[1], { signal: AbortSignal.timeout(300) })
      .then(({ status }) => console.log(status), ({ name }) => console.log(name)), 500)`;
    const args = ['--eval', program, `http://127.0.0.1:${server.port}/_sandbox/live`];
    expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toBe('TimeoutError\n');
    server.close();
  });

  it('responds according to a change of the readiness once it is updated', async () => {
    const readiness = createReadiness();
    const handle = () => ({ status: readiness.problem ? 503 : 200 });
    const where = { port: 0, host: '127.0.0.1', log() {} };
    const server = await startHealthServer(handle, { ...where, readiness });
    const program = `fetch(process.argv[1]).then(({ status }) => console.log(status))`;
    const args = ['--eval', program, `http://127.0.0.1:${server.port}/_sandbox/ready`];
    // The call blocks this thread, so the response is what the other thread has received before.
    const probe = () => Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
    const statuses = [probe()];
    for (const change of [readiness.started, readiness.stopping]) {
      change();
      await server.updated();
      statuses.push(probe());
    }
    expect(statuses).toEqual([503, 200, 503]);
    server.close();
  });

  it('does not wait for a thread that has ended', async () => {
    const readiness = createReadiness();
    const where = { port: 0, host: '127.0.0.1', log() {} };
    const server = await startHealthServer(() => ({ status: 200 }), { ...where, readiness });
    readiness.started();
    const updating = server.updated();
    server.close();
    await updating;
    readiness.stopping();
    await expect(server.updated()).resolves.toBeUndefined();
  });

  it('responds to metrics under the same condition as the main port', async () => {
    const authorization = `Bearer ${adminToken}`;
    expect((await send(`${url}/_sandbox/metrics`)).status).toBe(401);
    const { status, body } = await send(`${url}/_sandbox/metrics`, 'GET', undefined, {
      authorization,
    });
    expect([status, body.includes('telecrm_sandbox_workspaces')]).toEqual([200, true]);
  });

  it.each([
    '/_sandbox/workspaces',
    '/_sandbox/',
    '/enterprise/ent_sandbox/autoupdatelead',
    '/_sandbox/live/x',
  ])('responds to nothing else, such as %s', async (path) => {
    const { status, body } = await send(url + path, 'GET', undefined, {
      authorization: `Bearer ${adminToken}`,
    });
    expect([status, body.error.code]).toEqual([404, 'NOT_FOUND']);
  });

  it('responds to metrics while the storage cannot be read, with what the process knows', async () => {
    const storage = createMemoryStorage();
    const failing = await startMock({
      healthPort: 0,
      metrics: true,
      adminToken,
      storage,
      log() {},
    });
    storage.totals = () => Promise.reject(new StorageUnavailableError('the disk is full', 30));
    const { status, body } = await send(
      `http://127.0.0.1:${failing.healthPort}/_sandbox/metrics`,
      ...(['GET', undefined, { authorization: `Bearer ${adminToken}` }] as const),
    );
    expect(status).toBe(200);
    expect(body).toMatch(/^telecrm_sandbox_storage_up 0$/m);
    await failing.close();
  });

  it('still responds while the sandbox is stopping, and ends with it', async () => {
    const stopping = await startMock({ healthPort: 0, shutdownDelayMs: 60_000 });
    const ready = `http://127.0.0.1:${stopping.healthPort}/_sandbox/ready`;
    const closed = stopping.close();
    expect((await send(ready)).body).toEqual({ status: 'stopping' });
    await stopping.close({ now: true });
    await closed;
    await expect(send(ready)).rejects.toThrow();
  });

  it('is named in the error if it is in use', async () => {
    const taken = String(mock.healthPort);
    const { code, stderr } = await runToEnd('--port', '0', '--health-port', taken);
    expect([code, stderr]).toEqual([
      1,
      `telecrm-mock: port ${taken} is in use: stop the program that uses it, or pass another --health-port\n`,
    ]);
  });
});
