import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readChangesets } from '@changesets/read';
import { type Change, changesSince, releasesOf } from '@telecrm/api-diff';
import type { Release } from './release.ts';

/** The changelogs that Changesets writes. The spec's is the first. */
const changelogs = ['spec/CHANGELOG.md', 'packages/*/CHANGELOG.md', 'apps/*/CHANGELOG.md'];

/** Reads the pending changesets, the changes of the APIs and the changelogs of the packages, each from new to old. */
export async function readChangelog(repository: string): Promise<Release[]> {
  const parts = [readPending, readApiChanges, readReleased].map((read) => read(repository));
  return (await Promise.all(parts)).flat();
}

/** The pending changesets of each package. */
async function readPending(repository: string): Promise<Release[]> {
  const changesets = await readChangesets(repository);
  const notes = changesets.flatMap(({ summary, releases }) =>
    releases.map(({ name, type }) => ({
      name,
      note: `- ${summary.replaceAll('\n', '\n  ')} (${type})`,
    })),
  );
  return [...Map.groupBy(notes, ({ name }) => name)].map(([title, list]) => ({
    title,
    version: 'next',
    notes: list.map(({ note }) => note).join('\n'),
  }));
}

/** The changes that `redocly diff` reports between the releases of the spec, and since the last release. */
async function readApiChanges(repository: string): Promise<Release[]> {
  // Without git there is no history.
  const releases = await releasesOf(repository).catch(() => []);
  if (releases.length === 0) return [];
  const changes = await changesSince(releases, repository);
  const versions = [...releases.slice(1).map(({ version }) => version), 'next'];
  return versions
    .map((version, index) => ({
      title: 'APIs',
      version,
      notes: (changes[index] ?? []).map(line).join('\n'),
    }))
    .filter(({ notes }) => notes !== '')
    .toReversed();
}

function line({ api, impact, where, what, reason }: Change): string {
  return `- ${api}, ${impact}: \`${where}\`, ${what}${reason ? `: ${reason}` : '.'}`;
}

async function readReleased(repository: string): Promise<Release[]> {
  const files = changelogs.flatMap((pattern) => globSync(pattern, { cwd: repository }).sort());
  const texts = await Promise.all(files.map((file) => readFile(join(repository, file), 'utf8')));
  return texts.flatMap((text) => {
    const [head = '', ...sections] = text.split(/^## /m);
    return sections.map((section) => {
      const [version = '', ...lines] = section.split('\n');
      return { title: head.replace(/^# /, '').trim(), version, notes: lines.join('\n').trim() };
    });
  });
}
