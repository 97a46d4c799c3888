/** Every code block that a user may copy compiles with both compilers, and runs. */
import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type CodeBlock, codeBlocks } from './code-blocks.ts';
import { startSpecServer } from './spec-server.ts';

const run = promisify(execFile);
const packageRoot = fileURLToPath(new URL('..', import.meta.url));
const folder = `${packageRoot}reports/examples`;

const sources = (await readdir(`${packageRoot}src`)).filter((name) => name.endsWith('.ts'));
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

test('there are examples in the README and on every function', () => {
  const functions = blocks.filter(({ code }) => /\bcreate(Sync|Async)Client\(/.test(code));
  expect(blocks.filter(({ place }) => place.startsWith('README.md')).length).toBeGreaterThan(4);
  expect(functions.length).toBeGreaterThan(4);
});

describe.each(['typescript', 'typescript-7'])('with the compiler %s', (compiler) => {
  test.each([
    ['all strict switches', strictest],
    ['a bundler', { module: 'esnext', moduleResolution: 'bundler' }],
  ])(
    'and %s, they compile',
    async (name, options) => {
      const project = `${folder}/tsconfig.${compiler}.${name.replaceAll(' ', '-')}.json`;
      const compilerOptions = {
        target: 'es2024',
        module: 'nodenext',
        lib: ['es2024', 'dom', 'dom.iterable'],
        types: [],
        strict: true,
        noEmit: true,
        ...options,
      };
      await writeFile(project, JSON.stringify({ compilerOptions, include: ['*.ts'] }));
      const tsc = `${packageRoot}node_modules/${compiler}/bin/tsc`;
      const { stdout, stderr } = await run(process.execPath, [tsc, '-p', project]).catch(
        (failed) => failed,
      );
      expect(stdout + stderr).toBe('');
    },
    60_000,
  );
});

test.each(blocks)('$place runs', async (block) => {
  await using sync = await startSpecServer('sync');
  await using async = await startSpecServer('async');
  await run(process.execPath, [`${folder}/${fileOf(block)}`], {
    env: {
      TELECRM_ENTERPRISE_ID: 'ent_sandbox',
      TELECRM_SYNC_TOKEN: 'sandbox-sync-token',
      TELECRM_SYNC_URL: sync.url,
      TELECRM_ASYNC_TOKEN: 'sandbox-async-token',
      TELECRM_ASYNC_URL: async.url,
    },
  });
  const calls = [...sync.received, ...async.received];
  expect(calls.length > 0).toBe(block.code.includes('.http.'));
});

function fileOf({ place }: CodeBlock): string {
  return `${place.replaceAll(/[^\w]+/g, '-')}.ts`;
}
