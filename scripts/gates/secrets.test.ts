import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { root } from './packages.ts';

/** What secretlint says of a file with this text, under the configuration of the repository. */
async function lint(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-secrets-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'planted.ts'), text);
  await cp(join(root, '.secretlintrc.json'), join(folder, '.secretlintrc.json'));
  const args = ['--secretlintrc', join(folder, '.secretlintrc.json'), '--maskSecrets'];
  return promisify(execFile)(join(root, 'node_modules/.bin/secretlint'), [
    ...args,
    join(folder, 'planted.ts'),
  ]).then(
    () => 'clean',
    ({ stdout, stderr }) => `${stdout}${stderr}`,
  );
}

// None of these stands here in one piece, or this file would not pass.
const planted = {
  'a telecrm token': `${randomUUID()}${1700000000000}:${randomUUID()}`,
  'a token of GitHub': `ghp_${'a1B2'.repeat(9)}`,
  'a token of npm': `npm_${'a1B2c3'.repeat(6)}`,
};

it('accepts a text without secrets', async () => {
  expect(await lint("export const token = 'sandbox-sync-token';\n")).toBe('clean');
});

it.each(Object.entries(planted))('refuses %s, and does not print it', async (_, secret) => {
  const report = await lint(`export const token = \`${secret}\`;\n`);
  expect(report).toMatch(/\d problem/);
  expect(report).not.toContain(secret);
});
