import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const run = promisify(execFile);

const client = dirname(createRequire(import.meta.url).resolve('@telecrm/client/package.json'));
const programs = fileURLToPath(new URL('../programs/', import.meta.url));

/** A project of nobody's, with the packed client and the programs in it. */
export async function startProject(): Promise<{ folder: string; dispose(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-consumer-'));
  const tarball = join(folder, 'client.tgz');
  // pnpm runs this script, and puts versions in the place of `catalog:` and `workspace:`.
  await run('pnpm', ['pack', '--out', tarball], { cwd: client });
  const manifest = { private: true, type: 'module', dependencies: { '@telecrm/client': tarball } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await install(folder);
  await cp(programs, folder, { recursive: true });
  return { folder, dispose: () => rm(folder, { recursive: true, force: true }) };
}

/** The executable of an npm package that is a runtime, fetched once into this package's folder. */
export async function runtime(name: string, version: string, executable: string): Promise<string> {
  const folder = fileURLToPath(new URL(`../reports/runtimes/${name}-${version}/`, import.meta.url));
  await mkdir(folder, { recursive: true });
  const manifest = { private: true, dependencies: { [name]: version } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await install(folder);
  return join(folder, 'node_modules', name, executable);
}

async function install(folder: string): Promise<void> {
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  await run('npm', ['install', ...flags], { cwd: folder, timeout: 120_000 });
}
