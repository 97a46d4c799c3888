import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Packed } from './pack.ts';

const run = promisify(execFile);
const consumer = fileURLToPath(new URL('consumer/', import.meta.url));

/**
 * Installs packed packages into an empty project, as npm would from its registry, and uses them as a customer does: the
 * types compile, the sandbox starts by its command, a client talks to it, and all speak of the same spec.
 *
 * @returns What the project printed.
 */
export async function tryPackages(packed: readonly Packed[]): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), 'telecrm-consumer-'));
  try {
    await cp(consumer, project, { recursive: true });
    const files = Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`]));
    const manifest = { name: 'consumer', private: true, type: 'module', dependencies: files };
    // What the packages want of each other is not in the registry yet either.
    const overrides = Object.fromEntries(packed.map(({ name }) => [name, `$${name}`]));
    await writeFile(join(project, 'package.json'), JSON.stringify({ ...manifest, overrides }));
    await run(
      'npm',
      ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'],
      { cwd: project, timeout: 120_000 },
    );
    await run('tsc', ['-p', project]);
    const { stdout } = await run('node', ['use.ts'], { cwd: project, timeout: 60_000 });
    return stdout.trim();
  } catch (error) {
    throw new Error(`the packed packages do not work: ${whatWasSaid(error)}`);
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}

function whatWasSaid(error: unknown): string {
  const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
  return `${stdout}${stderr}`.trim() || String(error);
}
