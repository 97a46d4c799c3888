import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { root } from './packages.ts';

/** The output of secretlint for a file with this text, under the configuration of the repository. */
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

// Each secret is concatenated at run time; otherwise this file itself would fail the check.
const planted = {
  'a telecrm token': `${randomUUID()}${1700000000000}:${randomUUID()}`,
  'a GitHub token': `ghp_${'a1B2'.repeat(9)}`,
  'an npm token': `npm_${'a1B2c3'.repeat(6)}`,
};

it('accepts text without secrets', async () => {
  expect(await lint("export const token = 'sandbox-sync-token';\n")).toBe('clean');
});

it.each(Object.entries(planted))('rejects %s without printing it', async (_, secret) => {
  const report = await lint(`export const token = \`${secret}\`;\n`);
  expect(report).toMatch(/\d problem/);
  expect(report).not.toContain(secret);
});
