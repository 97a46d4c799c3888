import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Creates a folder once; later calls, even from other processes, find it. It gets its final name only when it is
 * complete, so no process sees a partial folder.
 *
 * @param fill - Fills the temporary folder; the second argument is its final path.
 * @returns The path of the folder.
 */
export async function createFolderOnce(
  parent: string,
  name: string,
  fill: (temporary: string, path: string) => Promise<void>,
): Promise<string> {
  const path = join(parent, name);
  if (existsSync(path)) return path;
  await mkdir(parent, { recursive: true });
  const temporary = await mkdtemp(join(parent, 'temporary-'));
  try {
    await fill(temporary, path);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { recursive: true });
    // Another process may have been faster; then its folder is used.
    if (!existsSync(path)) throw error;
  }
  return path;
}
