/** The sandbox's command under the oldest Node version that it supports. */
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { runtime } from './runtime.ts';

const folder = dirname(createRequire(import.meta.url).resolve('@telecrm/mock/package.json'));
const command = join(folder, 'bin.cjs');
const node = () => runtime('node-22', 'bin/node');

it('serves both APIs from a database on Node 22.18, and names the version that Prefer needs', async () => {
  const state = await mkdtemp(join(tmpdir(), 'telecrm-node-22-'));
  onTestFinished(() => rm(state, { recursive: true }));
  const { url, stop } = await start('--state', join(state, 'sandbox.db'), '--async-delay', '0');
  const call = async (path: string, token: string, more: { body?: object; prefer?: string }) => {
    const response = await fetch(url + path, {
      ...(more.body && { method: 'POST', body: JSON.stringify(more.body) }),
      headers: {
        authorization: `Bearer sandbox-${token}-token`,
        'content-type': 'application/json',
        ...(more.prefer && { prefer: more.prefer }),
      },
    });
    return [response.status, await response.json()];
  };
  const sync = '/autoupdate/v2/enterprise/ent_sandbox';
  const lead = { body: { fields: { phone: '919999999999' } } };
  expect(await call(`${sync}/lead`, 'sync', lead)).toMatchObject([201, {}]);
  expect(await call('/enterprise/ent_sandbox/autoupdatelead', 'async', lead)).toMatchObject([
    200,
    { status: 'QUEUED' },
  ]);
  expect(await call(`${sync}/metadata`, 'sync', { prefer: 'code=404' })).toMatchObject([
    501,
    { error: { message: 'Prefer needs Node 24.18 or newer, and this is Node 22.18.0.' } },
  ]);
  expect(await stop()).toEqual({ exitCode: 0, stderr: '' });
});

it('names the version that --stateless needs in one sentence', async () => {
  const failure = await promisify(execFile)(node(), [command, '--stateless', '--port', '0']).catch(
    (error) => error,
  );
  expect(failure).toMatchObject({
    code: 1,
    stderr: 'telecrm-mock: --stateless needs Node 24.18 or newer, and this is Node 22.18.0\n',
  });
});

/** Starts the command, and resolves when it listens. */
async function start(...flags: string[]) {
  const child = spawn(node(), [command, '--port', '0', ...flags]);
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve));
  onTestFinished(() => void child.kill('SIGKILL'));
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const url = await new Promise<string>((resolve, reject) => {
    let banner = '';
    child.stdout.on('data', (text) => {
      banner += text;
      const [found] = /http:\S+(?=\n)/.exec(banner) ?? [];
      if (found) resolve(found);
    });
    exit.then(() => reject(new Error(`The sandbox did not start: ${stderr}`)));
  });
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      return { exitCode: await exit, stderr };
    },
  };
}
