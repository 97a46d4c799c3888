/** The packed client in CommonJS projects: required by Node, compiled by TypeScript, tested with Jest. */
import { execFile } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, inject, it } from 'vitest';
import { runtime } from './runtime.ts';
import { startSandboxServer } from './sandbox-server.ts';

const run = promisify(execFile);
const project = inject('consumer');
const { resolve } = createRequire(import.meta.url);

const nodes: [name: string, executable: () => string][] = [
  ['Node 22', () => runtime('node-22', 'bin/node')],
  ['Node 24', () => process.execPath],
];

describe.each(nodes)('under %s', (_, executable) => {
  it('`require` and `import` return the same copy of the client', async () => {
    await using sandbox = await startSandboxServer();
    const { stdout, stderr } = await run(executable(), ['require.cjs'], {
      cwd: project,
      env: { ...process.env, ...sandbox.env },
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({ name: 'Acme Corporation', oneCopy: true });
  });

  it('Jest runs tests that require it and the sandbox, without configuration', async () => {
    const output = await runJest(executable(), join(project, 'jest'), []);
    expect(output).toMatch(/^Tests: +4 passed, 4 total$/m);
  });
});

it('Jest runs a test that ts-jest compiles and checks', async () => {
  const transform = { '\\.ts$': resolve('ts-jest') };
  const flags = ['--config', JSON.stringify({ transform })];
  const output = await runJest(process.execPath, join(project, 'ts-jest'), flags);
  expect(output).toMatch(/^Tests: +2 passed, 2 total$/m);
});

interface Settings {
  module: string;
  moduleResolution: string;
  skipLibCheck?: boolean;
}

const nodeSettings = (module: string): Settings => ({ module, moduleResolution: module });
const settings: [compiler: string, type: 'commonjs' | 'module', Settings][] = [
  // Checking the declarations takes several seconds; TypeScript 7 needs a fraction of that for the same settings.
  ['typescript', 'commonjs', { ...nodeSettings('node16'), skipLibCheck: true }],
  ['typescript', 'commonjs', { module: 'commonjs', moduleResolution: 'node10' }],
  ['typescript-7', 'commonjs', nodeSettings('node16')],
  ['typescript-7', 'commonjs', { module: 'commonjs', moduleResolution: 'bundler' }],
  ['typescript-7', 'module', nodeSettings('nodenext')],
];

it.each(settings)('%s compiles a project of type %s with %o', async (compiler, type, options) => {
  const folder = join(
    project,
    'typescript',
    Object.values([compiler, type, options.moduleResolution]).join('-'),
  );
  await mkdir(folder, { recursive: true });
  await cp(join(project, 'program.ts'), join(folder, 'program.ts'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type }));
  const tsconfig = {
    compilerOptions: {
      skipLibCheck: false,
      ...options,
      target: 'es2022',
      strict: true,
      // The compiler's own libraries are not under test, and take long to check.
      skipDefaultLibCheck: true,
      types: ['node'],
      typeRoots: [dirname(dirname(resolve('@types/node/package.json')))],
    },
    files: ['program.ts'],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  const tsc = join(dirname(resolve(`${compiler}/package.json`)), 'bin/tsc');
  const compiled = await run(process.execPath, [tsc, '-p', folder]).catch((error) => error);
  expect(compiled.stdout).toBe('');
  await using sandbox = await startSandboxServer();
  const { stdout } = await run(process.execPath, ['program.js'], {
    cwd: folder,
    env: { ...process.env, ...sandbox.env },
  });
  expect(JSON.parse(stdout)).toEqual(['created 24', 'rejected with 409']);
});

/** Runs Jest in the folder of a project that has a test, and returns its output. */
async function runJest(executable: string, folder: string, flags: string[]): Promise<string> {
  await using sandbox = await startSandboxServer();
  const jest = join(dirname(resolve('jest/package.json')), 'bin/jest.js');
  const { stderr } = await run(
    executable,
    [jest, '--rootDir', folder, '--colors=false', ...flags],
    {
      cwd: folder,
      env: { ...process.env, ...sandbox.env },
    },
  ).catch((error) => error);
  return stderr;
}
