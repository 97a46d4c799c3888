import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Package, packages, root, typesOf } from '../gates/packages.ts';
import type { EntryPoint } from './program.ts';
import { apiReport } from './report.ts';

/** The packages that are published. */
export const publicPackages = packages.filter(({ isPublic }) => isPublic);

/** The path of a package's committed report. */
export function reportFile({ folder }: Package): string {
  return join(root, folder, 'api.txt');
}

export function committedReport(found: Package): string {
  return readFileSync(reportFile(found), 'utf8');
}

/** The entry points of a package that have declarations. */
export function typedEntryPoints({ name, folder, exports }: Package): EntryPoint[] {
  return Object.entries(exports).flatMap(([path, target]) => {
    const types = typesOf(target);
    return types === undefined
      ? []
      : [{ name: join(name, path), types: join(root, folder, types) }];
  });
}

/** The report of a built package: its entry points, its commands and the data files that it exports. */
export function builtReport(found: Package): string {
  const { name, folder, exports, bin } = found;
  const typed = typedEntryPoints(found);
  const others = Object.entries(exports)
    .filter(([, target]) => typesOf(target) === undefined)
    .map(([path, target]) => `// ${join(name, path)}: ${target}`);
  const commands = Object.keys(bin).map((command) => `// command ${command}`);
  const report = typed.length > 0 ? [apiReport(typed, join(root, folder, 'dist'))] : [];
  return `${[...commands, ...others, ...report].join('\n\n')}\n`;
}
