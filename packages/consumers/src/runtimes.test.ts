/** The packed client, installed into a fresh project, under every runtime that npm carries. */
import { createServer } from 'node:net';
import { startSandbox } from '@telecrm/client/testing';
import { expect, inject, test } from 'vitest';
import { run, runtime } from './project.ts';

const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const denoPlatform = process.platform === 'linux' ? `${platform}-glibc` : platform;
const runtimes: [name: string, find: () => Promise<string>, flags: string[]][] = [
  ['Node 22', () => runtime(`node-${platform}`, '22.23.3', 'bin/node'), []],
  ['Node 24', async () => process.execPath, []],
  ['Node 26', () => runtime(`node-${platform}`, '26.9.0', 'bin/node'), []],
  ['Bun', () => runtime(`@oven/bun-${platform}`, '1.4.4', 'bin/bun'), []],
  [
    'Deno',
    () => runtime(`@deno/${denoPlatform}`, '2.9.6', 'deno'),
    ['run', '--allow-all', '--node-modules-dir=manual'],
  ],
];

test.each(runtimes)(
  'it runs under %s',
  async (_, find, flags) => {
    const executable = await find();
    await using sandbox = await startSandbox();
    await sandbox.fail({ operationId: 'createLead', status: 429, retryAfter: 0, times: 2 });
    const { stdout, stderr } = await run(executable, [...flags, 'server.mjs'], {
      cwd: inject('consumer'),
      env: { ...process.env, ...sandbox.env, NOBODY_URL: await nobodyUrl() },
      timeout: 60_000,
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      rows: 1,
      taken: 'LEAD_ALREADY_EXISTS',
      tried: 'LEAD_NOT_FOUND',
      neverLeft: true,
      verified: true,
      outcomes: [true, true],
    });
  },
  180_000,
);

/** An address that nobody listens on. */
async function nobodyUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (!address || typeof address === 'string') throw new Error('there is no free port');
  return `http://127.0.0.1:${address.port}`;
}
