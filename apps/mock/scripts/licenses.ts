import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

interface Manifest {
  name: string;
  version: string;
  license?: string;
  /** The form of the license in very old packages. */
  licenses?: readonly { type: string }[];
}

/** The licenses of all third-party packages in a build, as one text. */
export async function thirdPartyLicenses(inputs: Metafile['inputs']): Promise<string> {
  const folders = new Set(Object.keys(inputs).flatMap((path) => packageFolder(path) ?? []));
  const entries = await Promise.all([...folders].map(entryOf));
  const unique = new Map(entries.map((entry) => [entry.title, entry]));
  const sorted = [...unique.values()].sort((a, b) => a.title.localeCompare(b.title, 'en'));
  const introduction = 'The files of this package contain parts of these packages.\n';
  return [introduction, ...sorted.map(({ title, text }) => `${title}\n\n${text}\n`)].join(
    `\n${'-'.repeat(80)}\n\n`,
  );
}

function packageFolder(path: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

async function entryOf(folder: string): Promise<{ title: string; text: string }> {
  const manifest: Manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const { name, version, licenses = [] } = manifest;
  const license = manifest.license ?? licenses[0]?.type;
  if (license === undefined) throw new Error(`${name} does not say its license`);
  const names = await readdir(folder);
  const file = names.find((candidate) => /^(licen[cs]e|copying)(\.\w+)?$/i.test(candidate));
  const text = file ? (await readFile(join(folder, file), 'utf8')).trim() : license;
  return { title: `${name} ${version} (${license})`, text };
}
