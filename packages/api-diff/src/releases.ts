import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Change } from './change.ts';
import { compare } from './compare.ts';

const run = promisify(execFile);

/** A release of the spec. */
export interface Release {
  tag: string;
  version: string;
}

/** The prefix of the tags that Changesets sets when it publishes the spec. */
const prefix = '@telecrm/spec@';

/** The releases before HEAD, oldest first. */
export async function releasesOf(repository: string): Promise<Release[]> {
  // A prerelease sorts before its release.
  const order = ['-c', 'versionsort.suffix=-'];
  const list = ['tag', '--list', `${prefix}*`, '--merged', 'HEAD', '--sort=version:refname'];
  const { stdout } = await run('git', [...order, ...list], { cwd: repository });
  const tags = stdout.split('\n').filter(Boolean);
  return tags.map((tag) => ({ tag, version: tag.slice(prefix.length) }));
}

/**
 * The changes of the APIs after each of these releases: up to the next one, and for the last one up to the working
 * tree.
 */
export async function changesSince(
  releases: readonly Release[],
  repository: string,
): Promise<Change[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-api-diff-'));
  try {
    const trees = await Promise.all(releases.map(({ tag }) => checkOut(tag, repository, folder)));
    const bundles = join(folder, 'bundles');
    await mkdir(bundles);
    return await compare([...trees, repository], bundles);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function checkOut(tag: string, repository: string, folder: string): Promise<string> {
  const tree = await mkdtemp(join(folder, 'tree-'));
  const archive = join(tree, 'spec.tar');
  await run('git', ['archive', '--output', archive, tag, 'spec'], { cwd: repository });
  await run('tar', ['-xf', archive, '-C', tree]);
  return tree;
}
