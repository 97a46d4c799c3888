import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The repository's root folder. */
export const root = join(import.meta.dirname, '../..');

/** A package of the repository, as described by its package.json. */
export interface Package {
  /** Its folder, relative to the root. */
  folder: string;
  name: string;
  isPublic: boolean;
  scripts: Readonly<Record<string, string>>;
  exports: Readonly<Record<string, ExportTarget>>;
  bin: Readonly<Record<string, string>>;
}

/** The target of an entry of `exports`: a file, or further targets by condition. */
export type ExportTarget = string | { readonly [condition: string]: ExportTarget };

/** The declarations of an entry: the named ones, or those next to its script. A data file has none. */
export function typesOf(target: ExportTarget | undefined): string | undefined {
  if (target === undefined) return undefined;
  if (typeof target !== 'string') return typesOf(target.types ?? target.default);
  const types = target.replace(/\.([cm]?)js$/, '.d.$1ts');
  return /\.d\.[cm]?ts$/.test(types) ? types : undefined;
}

/** Every package, by folder. */
export const packages: readonly Package[] = globSync(
  ['spec/package.json', 'packages/*/package.json', 'apps/*/package.json'],
  { cwd: root },
)
  .sort()
  .map((file) => {
    const manifest = JSON.parse(readFileSync(join(root, file), 'utf8'));
    const { name, scripts = {}, exports = {}, bin = {} } = manifest;
    return { folder: dirname(file), name, isPublic: !manifest.private, scripts, exports, bin };
  });
