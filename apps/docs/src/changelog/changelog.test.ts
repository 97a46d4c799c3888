import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { readPending, readReleases, releaseNotes } from './changelog.ts';
import { apiChanges } from './released-apis.ts';

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'telecrm-changelog-'));
  onTestFinished(() => rm(made, { recursive: true }));
  return made;
}

test('a package tells of its versions, newest first', async () => {
  const at = await folder();
  await writeFile(
    join(at, 'CHANGELOG.md'),
    '# @a/b\n\n## 0.2.0\n\n### Minor Changes\n\n- More.\n\n## 0.1.0\n\n- First.\n',
  );
  expect(await readReleases({ '@a/b': at, '@a/none': '/nowhere' })).toEqual([
    { package: '@a/b', version: '0.2.0', notes: '### Minor Changes\n\n- More.' },
    { package: '@a/b', version: '0.1.0', notes: '- First.' },
  ]);
});

test('change sets that wait are told as what comes next', async () => {
  const at = await folder();
  await writeFile(join(at, 'README.md'), 'How to.');
  await writeFile(join(at, 'one.md'), '---\n"@a/b": minor\n"@a/c": patch\n---\n\nPaging.\n');
  expect(await readPending(at)).toEqual([
    { package: '@a/b', version: 'next', notes: '- Paging. (minor)' },
    { package: '@a/c', version: 'next', notes: '- Paging. (patch)' },
  ]);
});

test('notes are one Markdown file, the changes of the API among them', () => {
  const api = [{ api: 'sync', level: 'major', text: 'Gone.' }];
  expect(releaseNotes([{ package: '@a/b', version: '1.0.0', notes: '- X.', api }])).toBe(
    '# Changelog\n\n## @a/b 1.0.0\n\n- X.\n\nIn the API:\n\n- sync API, major: Gone.\n',
  );
});

test('between two releases, the API is compared', async () => {
  const at = await folder();
  const spec = fileURLToPath(new URL('.', import.meta.resolve('@telecrm/spec/package.json')));
  for (const part of ['async', 'sync', 'components']) {
    await cp(join(spec, part), join(at, 'spec', part), { recursive: true });
  }
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], {
      cwd: at,
    });
  const edit = async (file: string, from: string, to: string) => {
    const text = await readFile(join(at, file), 'utf8');
    expect(text).toContain(from);
    await writeFile(join(at, file), text.replace(from, to));
  };
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'a');
  git('tag', '@telecrm/spec@0.1.0');
  await edit(
    'spec/sync/openapi.yaml',
    '  /enterprise/{enterpriseId}/metadata:\n    $ref: paths/enterprise/metadata.yaml\n',
    '',
  );
  git('commit', '-qam', 'b');
  git('tag', '@telecrm/spec@1.0.0');
  const changes = await apiChanges(at);
  expect(changes.get('1.0.0')).toContainEqual({
    api: 'sync',
    level: 'major',
    text: 'Path `/enterprise/{enterpriseId}/metadata` was removed.',
  });
  expect(changes.get('next')).toEqual([]);
});

test('without a release there is nothing to compare', async () => {
  expect(await apiChanges(await folder())).toEqual(new Map());
});
