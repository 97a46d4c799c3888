import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Packed } from './pack.ts';

const run = promisify(execFile);
const consumer = fileURLToPath(new URL('consumer/', import.meta.url));

/** An empty project with the packed packages; `await using` removes it. */
export interface Project extends AsyncDisposable {
  folder: string;
}

/** Installs packed packages into an empty project, as npm would from its registry. */
export async function installPackages(packed: readonly Packed[]): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-consumer-'));
  const dispose = () => rm(folder, { recursive: true, force: true });
  await cp(consumer, folder, { recursive: true });
  const files = Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`]));
  const manifest = { name: 'consumer', private: true, type: 'module', dependencies: files };
  // The packages that they depend on are not in the registry yet, either.
  const overrides = Object.fromEntries(packed.map(({ name }) => [name, `$${name}`]));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...manifest, overrides }));
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  await working('npm', ['install', ...flags], folder).catch(async (error) => {
    await dispose();
    throw error;
  });
  return { folder, [Symbol.asyncDispose]: dispose };
}

/**
 * Uses installed packages like a customer: checks that the types compile, that the sandbox starts by its command and
 * serves a client, and that all of them have the same spec.
 *
 * @returns The output of the project.
 */
export async function usePackages({ folder }: Project): Promise<string> {
  await working('tsc', ['-p', folder], folder);
  return working('node', ['use.ts'], folder);
}

async function working(command: string, args: string[], cwd: string): Promise<string> {
  try {
    const { stdout } = await run(command, args, { cwd, timeout: 120_000 });
    return stdout.trim();
  } catch (error) {
    throw new Error(`the packed packages do not work: ${outputOf(error)}`);
  }
}

function outputOf(error: unknown): string {
  const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
  return `${stdout}${stderr}`.trim() || String(error);
}
