/** The matcher of the packed client in projects that use Vitest and Jest, including its types. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, it } from 'vitest';

const run = promisify(execFile);
const project = inject('consumer');
const { resolve } = createRequire(import.meta.url);

const folderOf = (name: string) => dirname(resolve(`${name}/package.json`));

/** The compiler errors in a file of a project. */
async function compile(folder: string, file: string, options: object): Promise<string> {
  const compilerOptions = {
    ...{ target: 'es2022', strict: true, skipLibCheck: true, noEmit: true },
    ...options,
  };
  const tsconfig = { compilerOptions, files: [file] };
  await writeFile(join(folder, 'tsconfig.matcher.json'), JSON.stringify(tsconfig));
  const tsc = join(folderOf('typescript-7'), 'bin/tsc');
  const args = [tsc, '-p', 'tsconfig.matcher.json'];
  const { stdout } = await run(process.execPath, args, { cwd: folder }).catch((error) => error);
  return stdout;
}

it('one import adds it to the expect of Vitest, and to its types', async () => {
  const folder = join(project, 'vitest');
  const problems = await compile(folder, 'payload.test.ts', {
    ...{ module: 'nodenext', types: [] },
  });
  expect(problems).toBe('');
  const vitest = join(folderOf('vitest'), 'vitest.mjs');
  const { stdout, stderr } = await run(process.execPath, [vitest, 'run', '--root', folder], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', VITEST: undefined },
  }).catch((error) => error);
  expect(stdout + stderr).toMatch(/Tests +2 passed/);
});

it('one import adds it to the types of Jest', async () => {
  const problems = await compile(join(project, 'ts-jest'), 'matcher.test.ts', {
    ...{ module: 'commonjs', moduleResolution: 'bundler', types: ['jest'] },
  });
  expect(problems).toBe('');
});
