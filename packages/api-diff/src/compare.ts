import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { asChange, type Change } from './change.ts';
import { bundle, diff } from './redocly.ts';

/** The names of a tree's bundles, by API. */
type Bundles = ReadonlyMap<string, string>;

/**
 * Compares trees that contain a `spec` folder, each with the previous one, and returns the changes of every tree except
 * the first. Needs an empty working folder.
 */
export async function compare(trees: readonly string[], folder: string): Promise<Change[][]> {
  const descriptions: Record<string, string> = {};
  const bundles = trees.map((tree, index) => {
    const files = apisIn(tree).map((api) => [api, `${api}.${index}.json`] as const);
    for (const [api, file] of files) descriptions[file] = join(tree, 'spec', api, 'openapi.yaml');
    return new Map(files);
  });
  await bundle(descriptions, folder);
  const changes: Change[][] = [];
  let before: Bundles | undefined;
  for (const after of bundles) {
    if (before) changes.push(await compareTwo(before, after, folder));
    before = after;
  }
  return changes;
}

async function compareTwo(before: Bundles, after: Bundles, folder: string): Promise<Change[]> {
  const apis = new Set([...before.keys(), ...after.keys()]);
  const changes = await Promise.all(
    [...apis].map((api) => {
      const [one, other] = [before.get(api), after.get(api)];
      if (one === undefined) return [documentChange(api, 'added', 'minor')];
      if (other === undefined) return [documentChange(api, 'removed', 'major')];
      return compareApi(api, one, other, folder);
    }),
  );
  return changes.flat();
}

async function compareApi(
  api: string,
  before: string,
  after: string,
  folder: string,
): Promise<Change[]> {
  const [one, other] = await Promise.all(
    [before, after].map((file) => readFile(join(folder, file), 'utf8')),
  );
  if (one === other) return [];
  const reported = await diff(before, after, folder);
  return reported.map((change) => asChange(api, change));
}

/** The folders of `spec` that describe an API. */
export function apisIn(tree: string): string[] {
  return globSync('*/openapi.yaml', { cwd: join(tree, 'spec') })
    .map((file) => dirname(file))
    .sort();
}

function documentChange(api: string, what: string, impact: 'minor' | 'major'): Change {
  return { api, impact, where: 'the document', what, reason: '' };
}
