/** Every code block that a user may copy compiles with both compilers, and runs. */
import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Mock, startMock } from '@telecrm/mock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CodeBlock, codeBlocks } from './code-blocks.ts';

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

describe.each(['typescript', 'typescript-7'])('with the compiler %s', (compiler) => {
  it.each([
    // The libraries of the compiler are its own responsibility, and take long to check.
    ['all strict switches', { ...strictest, skipDefaultLibCheck: true }],
    ['a bundler', { module: 'esnext', moduleResolution: 'bundler', skipLibCheck: true }],
  ])(
    'and %s, they compile',
    async (name, options) => {
      const project = `${folder}/tsconfig.${compiler}.${name.replaceAll(' ', '-')}.json`;
      const compilerOptions = { ...base, ...options };
      await writeFile(project, JSON.stringify({ compilerOptions, include: ['*.ts'] }));
      const tsc = `${packageRoot}node_modules/${compiler}/bin/tsc`;
      const { stdout, stderr } = await run(process.execPath, [tsc, '-p', project]).catch(
        (failed) => failed,
      );
      expect(stdout + stderr).toBe('');
    },
    // A compiler that checks every library waits long for its turn on a busy machine.
    180_000,
  );
});

describe('in the sandbox of the original pages', () => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock({ asyncDelayMs: 0 });
  });
  afterAll(() => mock.close());

  it.each(blocks)('$place runs', async (block) => {
    const { enterpriseId, syncToken, asyncToken } = mock.workspace;
    await fetch(`${mock.url}/_sandbox/workspaces/${enterpriseId}/reset`, { method: 'POST' });
    const env = {
      TELECRM_ENTERPRISE_ID: enterpriseId,
      TELECRM_SYNC_TOKEN: syncToken,
      TELECRM_SYNC_URL: mock.baseUrls.sync,
      TELECRM_ASYNC_TOKEN: asyncToken,
      TELECRM_ASYNC_URL: mock.baseUrls.async,
      // The modules of the packages are compiled once for all blocks.
      NODE_COMPILE_CACHE: `${folder}/compile-cache`,
    };
    await run(process.execPath, [`${folder}/${fileOf(block)}`], { env });
  });
});

function fileOf({ place }: CodeBlock): string {
  return `${place.replaceAll(/[^\w]+/g, '-')}.ts`;
}
