import { runPnpm } from './pnpm.ts';

/** The packages under each license, as pnpm lists them. */
export type Licenses = Record<string, { name: string }[]>;

/** Permissive licenses. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
  'Unlicense',
]);

/** The run-time dependencies of the packages in this repository, by license. */
export async function licenses(): Promise<Licenses> {
  const stdout = await runPnpm(['--recursive', 'licenses', 'list', '--prod', '--json']);
  return JSON.parse(stdout.slice(stdout.indexOf('{')));
}

/**
 * The packages whose license is unknown or not permissive. `(A OR B)` needs one permissive license, `A AND B` needs
 * both.
 */
export function notAllowed(found: Licenses): { name: string; license: string }[] {
  return Object.entries(found)
    .filter(([license]) => !fits(license))
    .flatMap(([license, packages]) => packages.map(({ name }) => ({ name, license })));
}

function fits(license: string): boolean {
  const plain = license.replace(/[()]/g, '');
  return plain
    .split(' AND ')
    .every((part) => part.split(' OR ').some((choice) => allowed.has(choice.trim())));
}
