import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a fresh project that contains the packed client, the packed sandbox and the programs. */
    consumer: string;
  }
}

const run = promisify(execFile);
const { resolve } = createRequire(import.meta.url);
const programs = fileURLToPath(new URL('../programs/', import.meta.url));

/** One project for all tests: installing it takes longer than the tests, and none of them changes it. */
export default async function startProject(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-consumer-'));
  const dependencies: Record<string, string> = {};
  for (const name of ['client', 'sandbox', 'workspace']) {
    const tarball = join(folder, `${name}.tgz`);
    const cwd = dirname(resolve(`@telecrm/${name}/package.json`));
    // pnpm runs this script, and replaces `catalog:` and `workspace:` by versions.
    await run('pnpm', ['pack', '--out', tarball], { cwd });
    dependencies[`@telecrm/${name}`] = tarball;
  }
  const manifest = { private: true, type: 'module', dependencies };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  await run('npm', ['install', ...flags], { cwd: folder, timeout: 120_000 });
  // The test dependencies of the programs, as if they were installed there.
  for (const name of ['vitest', '@types/jest']) {
    const path = join(folder, 'node_modules', name);
    await mkdir(dirname(path), { recursive: true });
    await symlink(dirname(resolve(`${name}/package.json`)), path);
  }
  await cp(programs, folder, { recursive: true });
  project.provide('consumer', folder);
  return () => rm(folder, { recursive: true, force: true });
}
