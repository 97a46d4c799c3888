import { basename, dirname, relative } from 'node:path';
import { entries, isNode, isRef } from '../../document/document.ts';
import type { Location, RuleFactory } from '../../redocly/redocly.ts';

/** The name of a root file. A bundle has another name, and no other files. */
const ROOT = 'openapi.yaml';
/** The common prefix of all paths, which file names omit. */
const COMMON_PREFIXES = ['/enterprise/{enterpriseId}/', '/_sandbox/', '/'];

/** The root file only lists paths; each path is a file named after it, in the folder of its tag. */
export const pathFileNames: RuleFactory = () => ({
  Paths: {
    enter(paths, { location, report, resolve }) {
      if (basename(location.source.absoluteRef) !== ROOT) return;
      const root = dirname(location.source.absoluteRef);
      for (const [path, item] of entries(paths)) {
        const target = resolve(item);
        const expected = `paths/${kebab(tagOf(target.node))}/${fileName(path)}`;
        const actual = target.location ? describe(target.location, root) : 'no file';
        if (isRef(item) && actual === expected) continue;
        report({
          message: isRef(item)
            ? `${path} is written in ${actual}; it belongs in ${expected}.`
            : `Move ${path} to ${expected} and leave only \`$ref: ${expected}\` here.`,
          location: location.child([path]).key(),
        });
      }
    },
  },
});

/** The target of a reference relative to the root file, with a fragment if it is only a part of the file. */
function describe({ source, pointer }: Location, root: string): string {
  const file = relative(root, source.absoluteRef).replaceAll('\\', '/');
  return pointer === '#/' ? file : file + pointer;
}

function fileName(path: string): string {
  const prefix = COMMON_PREFIXES.find((it) => path.startsWith(it)) ?? '';
  const rest = path.slice(prefix.length);
  return `${rest.replaceAll('/', '_')}.yaml`;
}

function tagOf(pathItem: unknown): string {
  for (const [, operation] of entries(pathItem)) {
    const tags = isNode(operation) ? operation.tags : undefined;
    if (Array.isArray(tags) && tags.length > 0) return String(tags[0]);
  }
  return 'untagged';
}

function kebab(tag: string): string {
  return tag
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
}
