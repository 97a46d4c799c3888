import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const script = join(import.meta.dirname, '../dependencies.ts');

/** Runs the check with a fake pnpm that lists these licenses and advisories. */
function check(licenses: object, advisories: object = {}, cwd = process.cwd()) {
  const folder = mkdtempSync(join(tmpdir(), 'telecrm-dependencies-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'licenses'), JSON.stringify(licenses));
  writeFileSync(join(folder, 'audit'), JSON.stringify({ advisories }));
  const cases = ['licenses', 'audit'].map((name) => `*${name}*) cat '${join(folder, name)}' ;;`);
  // Like pnpm, it has nothing to list outside of a workspace.
  const inWorkspace = '[ -f pnpm-lock.yaml ] || exit 1';
  writeFileSync(
    join(folder, 'pnpm'),
    `#!/bin/sh\n${inWorkspace}\ncase "$*" in ${cases.join(' ')} esac\n`,
  );
  chmodSync(join(folder, 'pnpm'), 0o755);
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
  return spawnSync(process.execPath, [script], { env, cwd, encoding: 'utf8' });
}

it('passes if every license is allowed', () => {
  const { status, stdout } = check({ MIT: [{ name: 'a' }, { name: 'b' }], ISC: [{ name: 'c' }] });
  expect(status).toBe(0);
  expect(stdout).toContain('3 packages come with ours, under MIT, ISC.');
});

it('fails for a package whose license is not allowed', () => {
  const { status, stderr } = check({ MIT: [{ name: 'a' }], 'AGPL-3.0': [{ name: 'copyleft' }] });
  expect(status).toBe(1);
  expect(stderr).toContain('copyleft is under AGPL-3.0');
});

it('fails if pnpm lists nothing', () => {
  expect(check({}).status).toBe(1);
});

it('fails for an advisory', () => {
  const advisory = { module_name: 'a', severity: 'high', title: 'Reads any file' };
  const { status, stderr } = check({ MIT: [{ name: 'a' }] }, { 1: advisory });
  expect(status).toBe(1);
  expect(stderr).toContain('a: Reads any file (high)');
});

it.each([tmpdir(), join(import.meta.dirname, '../../packages/cli')])('works in %s', (cwd) => {
  const { status, stdout } = check({ MIT: [{ name: 'a' }] }, {}, cwd);
  expect(stdout).toContain('1 packages come with ours, under MIT.');
  expect(status).toBe(0);
});

it('explains how to start it without pnpm', () => {
  const env = { ...process.env, PATH: '/nowhere' };
  const { status, stderr } = spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
  expect(stderr).toBe('pnpm is not on the PATH: run this check as `pnpm check:dependencies`\n');
  expect(status).toBe(1);
});
