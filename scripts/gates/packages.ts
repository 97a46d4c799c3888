import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The repository's root folder. */
export const root = join(import.meta.dirname, '../..');

/** A package of the repository, as its package.json has it. */
export interface Package {
  /** Its folder, from the root. */
  folder: string;
  name: string;
  isPublic: boolean;
  scripts: Readonly<Record<string, string>>;
  exports: Readonly<Record<string, string | { types: string; default: string }>>;
  bin: Readonly<Record<string, string>>;
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
