/** Every code block that a user may copy compiles with both compilers, and runs. */
import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startMock } from '@telecrm/mock';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CodeBlock, codeBlocks } from './support/code-blocks.ts';
import { compile, compilers } from './support/compile.ts';

const run = promisify(execFile);
const packageRoot = fileURLToPath(new URL('..', import.meta.url));
const folder = `${packageRoot}reports/examples`;

const sources = (await readdir(`${packageRoot}src`, { recursive: true })).filter(
  (name) => name.endsWith('.ts') && !name.startsWith('generated'),
);
const files = ['README.md', ...sources.map((name) => `src/${name}`)];
const blocks = (await Promise.all(files.map(codeBlocks))).flat();

const strictest = {
  skipLibCheck: false,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
};

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const block of blocks) await writeFile(`${folder}/${fileOf(block)}`, block.code);

it('there are examples in the README and on every function', async () => {
  const used = blocks.map(({ code }) => code).join('\n');
  expect(blocks.filter(({ place }) => place.startsWith('README.md')).length).toBeGreaterThan(4);
  for (const name of Object.keys(await import('../src/index.ts'))) expect(used).toContain(name);
});

const base = {
  target: 'es2024',
  module: 'nodenext',
  lib: ['es2024', 'esnext.disposable', 'dom', 'dom.iterable'],
  types: ['node'],
  strict: true,
  noEmit: true,
};

describe.each(compilers)('with the compiler %s', (compiler) => {
  it.each([
    // Checking the standard library takes a long time.
    ['all-strict-switches', { ...strictest, skipDefaultLibCheck: true }],
    ['a-bundler', { module: 'esnext', moduleResolution: 'bundler', skipLibCheck: true }],
  ])(
    'and %s, they compile',
    async (name, options) => {
      const compilerOptions = { ...base, ...options };
      const files = blocks.map(fileOf);
      const project = { folder, name: `${compiler}.${name}`, files, compilerOptions };
      expect(await compile(compiler, project)).toBe('');
    },
    // Checking every library takes longer on a busy machine.
    180_000,
  );
});

describe('in the sandbox of the original pages', () => {
  const errors = new Map<string, string>();
  let exit: unknown;

  beforeAll(async () => {
    const mock = await startMock({ asyncDelayMs: 0 });
    const { enterpriseId, syncToken, asyncToken } = mock.workspace;
    const env = {
      TELECRM_ENTERPRISE_ID: enterpriseId,
      TELECRM_SYNC_TOKEN: syncToken,
      TELECRM_SYNC_URL: mock.baseUrls.sync,
      TELECRM_ASYNC_TOKEN: asyncToken,
      TELECRM_ASYNC_URL: mock.baseUrls.async,
    };
    const reset = `${mock.url}/_sandbox/workspaces/${enterpriseId}/reset`;
    const files = blocks.map((block) => `${folder}/${fileOf(block)}`);
    const program = fileURLToPath(new URL('support/run-examples.mjs', import.meta.url));
    const done = await run(process.execPath, [program, reset, ...files], { env }).catch(
      (failed) => failed,
    );
    await mock.close();
    exit = { code: done.code ?? 0, stderr: done.stderr };
    for (const line of done.stdout
      .split('\n')
      .filter((text: string) => text.startsWith('{"file"'))) {
      const { file, error = 'It ended the process.' } = JSON.parse(line);
      errors.set(file, error);
    }
  }, 180_000);

  it.each(blocks)('$place runs', (block) => {
    expect(errors.get(`${folder}/${fileOf(block)}`), JSON.stringify(exit)).toBe('');
  });

  it('leaves no open handle, so the process ends', () => {
    expect(exit).toMatchObject({ code: 0 });
  });
});

function fileOf({ place }: CodeBlock): string {
  return `${place.replaceAll(/[^\w]+/g, '-')}.ts`;
}
