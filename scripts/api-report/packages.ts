import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Package, packages, root, typesOf } from '../gates/packages.ts';
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

/** The report of a built package: its entry points, its commands and the data files that it exports. */
export function builtReport({ name, folder, exports, bin }: Package): string {
  const entries = Object.entries(exports).map(([path, target]) => ({
    name: join(name, path),
    target,
    types: typesOf(target),
  }));
  const typed = entries.flatMap(({ name, types }) =>
    types === undefined ? [] : [{ name, types: join(root, folder, types) }],
  );
  const others = entries
    .filter(({ types }) => types === undefined)
    .map(({ name, target }) => `// ${name}: ${target}`);
  const commands = Object.keys(bin).map((command) => `// command ${command}`);
  const report = typed.length > 0 ? [apiReport(typed, join(root, folder, 'dist'))] : [];
  return `${[...commands, ...others, ...report].join('\n\n')}\n`;
}
