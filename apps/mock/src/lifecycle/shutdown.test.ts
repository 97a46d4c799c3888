import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { callerOf, send } from '@telecrm/caller';
import { startPostgresRelay } from '@telecrm/sql/testing';
import { postgresUrl } from '@telecrm/sql/testing/vitest';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { killAll, startCommand } from '../testing/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'telecrm-shutdown-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(killAll);

const at = (url: string) => callerOf({ url });
/** Delays one request. */
const slow = async (url: string, delayMs: number) =>
  at(url).control('PUT', '/faults', [{ operationId: 'getEnterpriseMetadata', delayMs, times: 1 }]);
/** Waits until the request that is delayed has arrived. */
const arrival = (url: string) =>
  expect.poll(async () => (await at(url).control('GET', '/faults')).body).toEqual([]);

/**
 * Five seconds plus a margin for busy machines, in milliseconds. The delays that a shutdown must not wait for are
 * longer.
 */
const busy = 30_000;

/** The duration of the shutdown of a process in milliseconds, and its result. */
async function ending(child: ChildProcess) {
  const began = performance.now();
  const [code] = await once(child, 'exit');
  return { code, after: performance.now() - began };
}

describe('the shutdown of a sandbox', () => {
  it('fails the readiness probe immediately, and accepts requests until the delay is over', async () => {
    const { child, url } = await startCommand('--port', '0', '--shutdown-delay-ms', '600000');
    expect((await send(`${url}/_sandbox/ready`)).body).toEqual({ status: 'ready' });
    child.kill('SIGTERM');
    await expect.poll(async () => (await send(`${url}/_sandbox/ready`)).status).toBe(503);
    expect((await send(`${url}/_sandbox/ready`)).body).toEqual({ status: 'stopping' });
    expect((await send(`${url}/_sandbox/live`)).status).toBe(200);
    const { status, headers } = await at(url).sync('GET', '/metadata');
    expect([status, headers.get('connection')]).toEqual([200, 'close']);
    const ended = ending(child);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });

  it('ends once the delay is over', async () => {
    const { child } = await startCommand('--port', '0', '--shutdown-delay-ms', '1000');
    const ended = ending(child);
    child.kill('SIGTERM');
    const { code, after } = await ended;
    expect(code).toBe(0);
    expect(after).toBeGreaterThan(950);
    expect(after).toBeLessThan(busy);
  });

  it('completes the request in flight on a persistent connection, and closes it', async () => {
    const { child, url } = await startCommand('--port', '0');
    await slow(url, 1500);
    const agent = new Agent({ keepAlive: true });
    const headers = { authorization: 'Bearer sandbox-sync-token' };
    const request = get(`${url}/autoupdate/v2/enterprise/ent_sandbox/metadata`, { agent, headers });
    await arrival(url);
    const ended = ending(child);
    child.kill('SIGTERM');
    const [response]: IncomingMessage[] = await once(request, 'response');
    response?.resume();
    expect([response?.statusCode, response?.headers.connection]).toEqual([200, 'close']);
    expect((await ended).code).toBe(0);
    agent.destroy();
  });

  it('ends within five seconds, whatever the clients do', async () => {
    const { child, url } = await startCommand('--port', '0');
    await slow(url, 60_000);
    const { port } = new URL(url);
    const head = 'POST /enterprise/e/autoupdatelead HTTP/1.1\r\nHost: localhost\r\n';
    const sockets = Array.from({ length: 300 }, (_, index) => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('error', () => {});
      // Idle, in the middle of the headers, in the middle of the body.
      const parts = ['', head, `${head}Content-Length: 10\r\n\r\n{`];
      socket.write(parts[index % 3] ?? '');
      return socket;
    });
    const waiting = at(url)
      .sync('GET', '/metadata')
      .catch(() => 'cut');
    await arrival(url);
    const ended = ending(child);
    child.kill('SIGTERM');
    const { code, after } = await ended;
    expect([code, await waiting]).toEqual([0, 'cut']);
    expect(after).toBeLessThan(busy);
    for (const socket of sockets) socket.destroy();
  });

  it('ends within five seconds although the database does not respond', async () => {
    const relay = await startPostgresRelay(await postgresUrl());
    const { child, url } = await startCommand('--port', '0', '--database-url', relay.url);
    // Its use and its entry in the list of requests are written later.
    expect((await at(url).sync('GET', '/metadata')).status).toBe(200);
    relay.losePackets();
    const { port } = new URL(url);
    const request = 'GET /autoupdate/v2/enterprise/ent_sandbox/metadata HTTP/1.1\r\n';
    const headers = 'Host: localhost\r\nAuthorization: Bearer sandbox-sync-token\r\n\r\n';
    const client = connect(Number(port), '127.0.0.1').on('error', () => {});
    client.write(request + headers);
    await send(`${url}/_sandbox/health`);
    const ended = ending(child);
    child.kill('SIGTERM');
    const { code, after } = await ended;
    expect(code).toBe(0);
    expect(after).toBeLessThan(busy);
    client.destroy();
    relay.close();
  });

  it('ends immediately when requested a second time, without losing data', async () => {
    const state = join(folder, 'second.json');
    const flags = ['--state', state, '--async-delay', '600000', '--shutdown-delay-ms', '60000'];
    const { child, url } = await startCommand('--port', '0', ...flags);
    await slow(url, 60_000);
    for (let number = 0; number < 20; number++) {
      await at(url).queue({ fields: { phone: `9199999990${10 + number}` } });
    }
    const waiting = at(url)
      .sync('GET', '/metadata')
      .catch(() => 'cut');
    await arrival(url);
    child.kill('SIGTERM');
    await expect.poll(async () => (await send(`${url}/_sandbox/ready`)).status).toBe(503);
    const ended = ending(child);
    child.kill('SIGTERM');
    const { code, after } = await ended;
    expect([code, await waiting]).toEqual([0, 'cut']);
    expect(after).toBeLessThan(busy);
    const again = await startCommand('--port', '0', '--state', state, '--async-delay', '600000');
    const { body } = await at(again.url).control('GET', '/ingestions?limit=100');
    // A shutdown that is not in such a hurry processes them.
    expect(body.data.map((one: { state: string }) => one.state)).toEqual(Array(20).fill('QUEUED'));
  });

  it('exits cleanly if it is stopped before the start has completed', async () => {
    const child = spawn(process.execPath, [
      join(import.meta.dirname, '../../bin.cjs'),
      '--port',
      '0',
    ]);
    await setTimeout(60);
    child.kill('SIGTERM');
    const [code, signal] = await once(child, 'exit');
    // Before the first line has run, Node exits like any process.
    expect([code, signal]).toBeOneOf([
      [0, null],
      [null, 'SIGTERM'],
    ]);
  });
});
