import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The spec of the last release, unpacked into a folder of its own until `dispose`. */
export interface Release {
  tag: string;
  version: string;
  folder: string;
  dispose(): Promise<void>;
}

/** The tag that Changesets sets when it publishes the spec. */
const tags = '@telecrm/spec@*';

/** Finds the last release before HEAD by its tag; `undefined` before the first one. */
export async function lastRelease(root: string): Promise<Release | undefined> {
  const tag = await lastTag(root);
  if (tag === undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-api-'));
  const archive = join(folder, 'spec.tar');
  await run('git', ['archive', '--output', archive, tag, 'spec'], { cwd: root });
  await run('tar', ['-xf', archive, '-C', folder]);
  const { version } = JSON.parse(await readFile(join(folder, 'spec/package.json'), 'utf8'));
  return { tag, version, folder, dispose: () => rm(folder, { recursive: true, force: true }) };
}

async function lastTag(root: string): Promise<string | undefined> {
  const { stdout } = await run('git', ['tag', '--list', tags, '--merged', 'HEAD'], { cwd: root });
  const found = stdout.split('\n').filter(Boolean);
  const byVersion = new Intl.Collator('en', { numeric: true });
  return found.sort(byVersion.compare).at(-1);
}
