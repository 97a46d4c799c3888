import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { root } from './packages.ts';

/** Biome's output for these files under the configuration of the repository. */
async function check(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-biome-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const name of ['biome.json', '.gitignore']) await cp(join(root, name), join(folder, name));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const biome = join(root, 'node_modules/.bin/biome');
  return promisify(execFile)(biome, ['check', '--error-on-warnings', '--colors=off'], {
    cwd: folder,
  }).then(
    () => 'clean',
    ({ stdout, stderr }) => `${stdout}${stderr}`,
  );
}

const test = (line: string) =>
  `import { describe, expect, it } from 'vitest';\n\n${line}\n\ndescribe('all', () => it('adds', () => expect(1).toBe(1)));\n`;

it('accepts a test without modifiers', async () => {
  expect(await check({ 'a.test.ts': test("it('adds', () => expect(1 + 1).toBe(2));") })).toBe(
    'clean',
  );
});

it.each([
  ['it.skip', 'noSkippedTests'],
  ['describe.skip', 'noSkippedTests'],
  ['it.only', 'noFocusedTests'],
  ['describe.only', 'noFocusedTests'],
])('rejects %s', async (call, rule) => {
  const planted = test(`${call}('adds', () => expect(1 + 1).toBe(2));`);
  expect(await check({ 'a.test.ts': planted })).toContain(rule);
});

it('rejects an import cycle, even of types only', async () => {
  const files = {
    'a.ts': "import type { B } from './b.ts';\n\nexport type A = { b?: B };\n",
    'b.ts': "import type { A } from './a.ts';\n\nexport type B = { a?: A };\n",
  };
  expect(await check(files)).toContain('noImportCycles');
});

it('rejects the other name of `it`', async () => {
  const planted =
    "import { expect, test } from 'vitest';\n\ntest('adds', () => expect(1).toBe(1));\n";
  expect(await check({ 'a.test.ts': planted })).toContain('useConsistentTestIt');
});

it('rejects a type alias for an object shape', async () => {
  const planted = 'export type Lead = { name: string };\n';
  expect(await check({ 'a.ts': planted })).toContain('useConsistentTypeDefinitions');
});

it('rejects any', async () => {
  expect(await check({ 'a.ts': 'export const a: any = 1;\n' })).toContain('noExplicitAny');
});

it('rejects a file that is not formatted', async () => {
  expect(await check({ 'a.ts': 'export const a = "1"\n' })).toContain('format');
});
