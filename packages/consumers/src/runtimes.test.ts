/** The packed client, installed into a fresh project, under every runtime from npm. */
import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { expect, inject, it } from 'vitest';
import { runtimes } from './runtime.ts';
import { startSandboxServer } from './sandbox-server.ts';

const run = promisify(execFile);
it.each(runtimes)(
  'runs under %s',
  async (_, executable, flags) => {
    await using sandbox = await startSandboxServer();
    await sandbox.workspace.faults.add({
      operationId: 'createLead',
      status: 429,
      retryAfterSeconds: 0,
      times: 2,
    });
    const { stdout, stderr } = await run(executable(), [...flags, 'server.mjs'], {
      cwd: inject('consumer'),
      env: { ...process.env, ...sandbox.env, NOBODY_URL: await nobodyUrl() },
      timeout: 60_000,
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      rows: 1,
      duplicate: 'LEAD_ALREADY_EXISTS',
      notFound: 'LEAD_NOT_FOUND',
      neverLeft: true,
      verified: true,
      outcomes: [true, true],
    });
  },
  180_000,
);

/** A URL where no server listens. */
async function nobodyUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (!address || typeof address === 'string') throw new Error('there is no free port');
  return `http://127.0.0.1:${address.port}`;
}
