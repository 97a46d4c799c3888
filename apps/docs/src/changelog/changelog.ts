import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What changed in a version of a package, in Markdown. */
export type Release = { package: string; version: string; notes: string; api?: ApiChange[] };

/** A change of an API, as `redocly diff` rates it. */
export type ApiChange = { api: string; level: string; text: string };

/** The changelogs that Changesets keeps in the packages' folders, newest version first. */
export async function readReleases(folders: Record<string, string>): Promise<Release[]> {
  const all = await Promise.all(
    Object.entries(folders).map(async ([name, folder]) => {
      const text = await readFile(join(folder, 'CHANGELOG.md'), 'utf8').catch(() => '');
      return text
        .split(/^## /m)
        .slice(1)
        .map((section) => {
          const [version = '', ...lines] = section.split('\n');
          return { package: name, version: version.trim(), notes: lines.join('\n').trim() };
        });
    }),
  );
  return all.flat();
}

/** What is not released yet: the change sets that wait, one release of each package they name. */
export async function readPending(folder: string): Promise<Release[]> {
  const notes = new Map<string, string[]>();
  const files = (await readdir(folder).catch(() => [])).sort();
  for (const file of files.filter((name) => name.endsWith('.md') && name !== 'README.md')) {
    const text = await readFile(join(folder, file), 'utf8');
    const [, head = '', note = ''] = text.match(/^---\n(.*?)\n---\n+(.*)$/s) ?? [];
    const bumps: Record<string, string> = parse(head) ?? {};
    for (const [name, size] of Object.entries(bumps)) {
      notes.set(name, [
        ...(notes.get(name) ?? []),
        `- ${note.trim().replaceAll('\n', '\n  ')} (${size})`,
      ]);
    }
  }
  return [...notes].map(([name, lines]) => ({
    package: name,
    version: 'next',
    notes: lines.join('\n'),
  }));
}

/** Puts the changes of the APIs to the releases of the description that brought them. */
export function withApiChanges(
  releases: Release[],
  changes: ReadonlyMap<string, ApiChange[]>,
): Release[] {
  const spec = '@telecrm/spec';
  const told = releases.map((release) => ({
    ...release,
    ...(release.package === spec && { api: changes.get(release.version) ?? [] }),
  }));
  const next = changes.get('next') ?? [];
  const listed = releases.some((it) => it.package === spec && it.version === 'next');
  if (listed || next.length === 0) return told;
  return [{ package: spec, version: 'next', notes: '', api: next }, ...told];
}

/** All releases as one Markdown file. */
export function releaseNotes(releases: Release[]): string {
  const parts = releases.map(({ package: name, version, notes, api = [] }) => {
    const changes = api.map((change) => `- ${change.api} API, ${change.level}: ${change.text}`);
    const list = changes.length > 0 ? `\n\nIn the API:\n\n${changes.join('\n')}` : '';
    return `## ${name} ${version}\n\n${notes}${list}`;
  });
  return `# Changelog\n\n${parts.join('\n\n') || 'Nothing has been released yet.'}\n`;
}
