import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { readChangelog } from './read-changelog.ts';
import { releaseNotes } from './release.ts';

/** Creates a repository with files. */
async function repository(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'telecrm-changelog-'));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const [file, text] of Object.entries({ '.changeset/config.json': '{}', ...files })) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  return root;
}

it('lists the versions of each package, beginning with the spec', async () => {
  const root = await repository({
    'packages/b/CHANGELOG.md':
      '# @a/b\n\n## 0.2.0\n\n### Minor Changes\n\n- More.\n\n## 0.1.0\n\n- First.\n',
    'apps/c/CHANGELOG.md': '# @a/c\n\n## 0.2.0\n\n- Other.\n',
    'spec/CHANGELOG.md': '# @a/spec\n\n## 0.2.0\n\n- Described.\n',
  });
  expect(await readChangelog(root)).toEqual([
    { title: '@a/spec', version: '0.2.0', notes: '- Described.' },
    { title: '@a/b', version: '0.2.0', notes: '### Minor Changes\n\n- More.' },
    { title: '@a/b', version: '0.1.0', notes: '- First.' },
    { title: '@a/c', version: '0.2.0', notes: '- Other.' },
  ]);
});

it('lists pending changesets as the next version', async () => {
  const root = await repository({
    '.changeset/README.md': 'How to.',
    '.changeset/one.md': '---\n"@a/b": minor\n"@a/c": patch\n---\n\nPaging,\nat last.\n',
    '.changeset/two.md': '---\n"@a/b": patch\n---\n\nFixed.\n',
  });
  expect(await readChangelog(root)).toEqual([
    { title: '@a/b', version: 'next', notes: '- Paging,\n  at last. (minor)\n- Fixed. (patch)' },
    { title: '@a/c', version: 'next', notes: '- Paging,\n  at last. (patch)' },
  ]);
});

it('lists the changes of the APIs from release to release, from new to old', async () => {
  const root = await repository({});
  const spec = fileURLToPath(new URL('.', import.meta.resolve('@telecrm/spec/package.json')));
  for (const part of ['async', 'sync', 'components']) {
    await cp(join(spec, part), join(root, 'spec', part), { recursive: true });
  }
  const git = (...args: string[]) => {
    const author = ['-c', 'user.name=A', '-c', 'user.email=a@b.example'];
    execFileSync('git', [...author, ...args], { cwd: root });
  };
  const edit = async (file: string, from: string, to: string) => {
    const text = await readFile(join(root, file), 'utf8');
    expect(text).toContain(from);
    await writeFile(join(root, file), text.replace(from, to));
  };
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'a');
  git('tag', '@telecrm/spec@0.1.0');
  const metadata = '/enterprise/{enterpriseId}/metadata';
  await edit(
    'spec/sync/openapi.yaml',
    `  ${metadata}:\n    $ref: paths/enterprise/metadata.yaml\n`,
    '',
  );
  git('commit', '-qam', 'b');
  git('tag', '@telecrm/spec@1.0.0');
  await edit('spec/sync/paths/leads/lead.yaml', 'summary: Create a lead', 'summary: Make a lead');
  const lead = '/enterprise/{enterpriseId}/lead';
  expect(await readChangelog(root)).toEqual([
    {
      title: 'APIs',
      version: 'next',
      notes: `- sync, patch: \`POST ${lead}\`, modified summary.`,
    },
    {
      title: 'APIs',
      version: '1.0.0',
      notes: expect.stringContaining(
        `- sync, major: \`${metadata}\`, removed: Path \`${metadata}\` was removed.`,
      ),
    },
  ]);
});

it('is empty without a release', async () => {
  expect(await readChangelog(await repository({}))).toEqual([]);
  expect(releaseNotes([])).toBe('# Changelog\n\nNothing has been released yet.\n');
});

it('is available as Markdown', () => {
  expect(releaseNotes([{ title: '@a/b', version: '1.0.0', notes: '- X.' }])).toBe(
    '# Changelog\n\n## @a/b 1.0.0\n\n- X.\n',
  );
});
