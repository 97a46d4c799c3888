import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Package, packages, root, typesOf } from '../gates/packages.ts';
import { apiReport } from './report.ts';

/** The packages that are published. */
export const publicPackages = packages.filter(({ isPublic }) => isPublic);

/** Where the report of a package is committed. */
export function reportFile({ folder }: Package): string {
  return join(root, folder, 'api.txt');
}

export function committedReport(found: Package): string {
  return readFileSync(reportFile(found), 'utf8');
}

/** The report of a package as it is built: one part for each entry point with types. */
export function builtReport({ name, folder, exports, bin }: Package): string {
  const parts = Object.entries(exports).map(([path, target]) => {
    const entry = join(name, path);
    const types = typesOf(target);
    if (types === undefined) return `// ${entry}: ${target}`;
    return apiReport({ name: entry, types: join(root, folder, types) }, join(root, folder, 'dist'));
  });
  const commands = Object.keys(bin).map((command) => `// command ${command}`);
  return `${[...parts, ...commands].join('\n\n')}\n`;
}
