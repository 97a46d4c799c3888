import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ApiChange } from './changelog.ts';

const cli = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
const exec = promisify(execFile);
const apis = ['async', 'sync'];

/** The tags that Changesets gives to releases of the description, oldest first. */
async function specTags(repository: string): Promise<string[]> {
  const args = ['tag', '--list', '@telecrm/spec@*', '--sort=version:refname'];
  // Without git, or outside of a clone, there is no history to tell.
  const { stdout } = await exec('git', args, { cwd: repository }).catch(() => ({ stdout: '' }));
  return stdout.split('\n').filter(Boolean);
}

/** How the APIs changed with each release after the first, by the version; `next` is what is not released yet. */
export async function apiChanges(repository: string): Promise<Map<string, ApiChange[]>> {
  const tags = await specTags(repository);
  const changes = new Map<string, ApiChange[]>();
  if (tags.length === 0) return changes;
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-releases-'));
  try {
    let before = await bundleAt(repository, tags[0] ?? '', folder);
    for (const tag of [...tags.slice(1), undefined]) {
      const after = await bundleAt(repository, tag, folder);
      const found = await Promise.all(apis.map((api) => compare(api, before, after)));
      changes.set(tag?.split('@').at(-1) ?? 'next', found.flat());
      before = after;
    }
    return changes;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Bundles both APIs as they were at a tag, or as they lie there now, and returns the folder. */
async function bundleAt(repository: string, tag: string | undefined, folder: string) {
  const at = join(folder, (tag ?? 'next').replaceAll(/\W/g, '-'));
  await mkdir(at, { recursive: true });
  if (tag) {
    const archive = join(at, 'spec.tar');
    await exec('git', ['archive', '--output', archive, tag, 'spec'], { cwd: repository });
    await exec('tar', ['-xf', archive, '-C', at]);
  }
  // Without our plugin, the guides stay out of the comparison. The name is one that the comparison does not look for.
  await writeFile(join(at, 'bundle.yaml'), 'telemetry: "off"\n');
  const root = tag ? at : repository;
  for (const api of apis) {
    const input = join(root, 'spec', api, 'openapi.yaml');
    await redocly(at, 'bundle', input, '-o', `${api}.json`, '--config', 'bundle.yaml');
  }
  return at;
}

type Report = {
  changes: {
    path: string;
    kind: string;
    impact: string;
    typeName: string;
    verdicts: { message: string }[];
  }[];
};

/** What `redocly diff` has to say about an API. */
async function compare(api: string, before: string, after: string): Promise<ApiChange[]> {
  const report = join(after, `${api}-diff.json`);
  const files = [join(before, `${api}.json`), join(after, `${api}.json`)];
  await redocly(after, 'diff', ...files, '--format', 'json', '--fail-on', 'none', '-o', report);
  const { changes }: Report = JSON.parse(await readFile(report, 'utf8'));
  return changes
    .filter(({ path }) => !path.startsWith('#/info'))
    .map(({ path, kind, impact, typeName, verdicts }) => ({
      api,
      level: impact,
      text: verdicts[0]?.message ?? `${typeName} ${kind}: \`${readable(path)}\`.`,
    }));
}

/** A JSON pointer as people write it. */
function readable(pointer: string): string {
  return pointer
    .replace(/^#\/(paths\/)?/, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join(' ');
}

function redocly(cwd: string, ...args: string[]) {
  return exec(process.execPath, [cli, ...args], {
    cwd,
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
}
