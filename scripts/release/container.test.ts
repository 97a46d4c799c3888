import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
let folder: string;

/** Builds the folder that the container copies, with the command of the Dockerfile. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'telecrm-container-'));
  const dockerfile = await readFile(join(root, 'apps/mock/Dockerfile'), 'utf8');
  const [, deploy = ''] =
    dockerfile.match(/npx -y pnpm@\S+ (--filter .* deploy .*) \/mock$/m) ?? [];
  await run('pnpm', [...deploy.split(' '), join(folder, 'mock')], { cwd: root });
  await copyFile(process.execPath, join(folder, 'node'));
  await run('chmod', ['-R', 'a+rX,a-w', join(folder, 'mock')]);
  await chmod(folder, 0o755);
}, 120_000);

afterAll(async () => {
  await run('chmod', ['-R', 'u+w', folder]);
  await rm(folder, { recursive: true, force: true });
});

describe('the folder that the container runs', () => {
  it('serves with Node alone, as an ordinary user, from a folder it cannot write to', async () => {
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const mock = spawn(join(folder, 'node'), [join(folder, 'mock/bin.cjs'), '--port', '0'], {
      cwd: '/',
      env: {},
      ...nobody,
    });
    try {
      let output = '';
      for await (const chunk of mock.stdout) {
        output += chunk;
        if (/http:\S+/.test(output)) break;
      }
      const [origin] = output.match(/http:\/\/[\d.]+:\d+/) ?? [];
      const health = await fetch(`${origin}/_sandbox/health`);
      expect(await health.json()).toMatchObject({ status: 'ok' });
    } finally {
      mock.kill('SIGTERM');
    }
    expect(await once(mock, 'exit')).toEqual([0, null]);
  });

  it('contains no test files and no build tools', async () => {
    const { stdout } = await run('find', [
      join(folder, 'mock'),
      '-maxdepth',
      '4',
      '-name',
      '*.test.*',
    ]);
    expect(stdout).toBe('');
    await expect(run('ls', [join(folder, 'mock/node_modules/typescript')])).rejects.toThrow();
  });
});
