import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);
const platform = `${process.platform}-${process.arch}`;

/**
 * The executable of a runtime from npm. The runtimes are optional dependencies of this package.
 *
 * @throws If there is none for this platform.
 */
export function runtime(name: string, executable: string): string {
  try {
    return join(dirname(resolve(`${name}-${platform}/package.json`)), executable);
  } catch (cause) {
    const fix = `add ${name}-${platform} to the optional dependencies of packages/consumers`;
    throw new Error(`no ${name} was installed for ${platform}: ${fix}`, { cause });
  }
}

/** The arguments with which Deno runs a program of the project. */
export const denoFlags = ['run', '--allow-all', '--node-modules-dir=manual'];

/** Every runtime from npm: its name, its executable, and the arguments before a program. */
export const runtimes: readonly (readonly [string, () => string, readonly string[]])[] = [
  ['Node 22', () => runtime('node-22', 'bin/node'), []],
  ['Node 24', () => process.execPath, []],
  ['Node 26', () => runtime('node-26', 'bin/node'), []],
  ['Bun', () => runtime('bun', 'bin/bun'), []],
  ['Deno', () => runtime('deno', 'deno'), denoFlags],
];
