import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');

/** The output of pnpm about this repository, whatever folder the check was started from. */
export async function runPnpm(
  args: readonly string[],
  options: { timeout?: number } = {},
): Promise<string> {
  const limits = { maxBuffer: 64 * 1024 * 1024, ...options };
  try {
    const { stdout } = await promisify(execFile)('pnpm', args, { cwd: root, ...limits });
    return stdout;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    throw new Error('pnpm is not on the PATH: run this check as `pnpm check:dependencies`');
  }
}
