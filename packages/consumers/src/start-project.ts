import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a project of nobody's, with the packed client and the programs in it. */
    consumer: string;
  }
}

const run = promisify(execFile);
const client = dirname(createRequire(import.meta.url).resolve('@telecrm/client/package.json'));
const programs = fileURLToPath(new URL('../programs/', import.meta.url));

/** One project for all tests: installing it takes longer than they do, and none changes it. */
export default async function startProject(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-consumer-'));
  const tarball = join(folder, 'client.tgz');
  // pnpm runs this script, and puts versions in the place of `catalog:` and `workspace:`.
  await run('pnpm', ['pack', '--out', tarball], { cwd: client });
  const manifest = { private: true, type: 'module', dependencies: { '@telecrm/client': tarball } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  await run('npm', ['install', ...flags], { cwd: folder, timeout: 120_000 });
  await cp(programs, folder, { recursive: true });
  project.provide('consumer', folder);
  return () => rm(folder, { recursive: true, force: true });
}
