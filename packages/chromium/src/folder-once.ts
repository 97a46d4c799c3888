import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Creates a folder once; later calls, from other processes too, find it. It gets its name when it is complete, so that
 * nobody sees half of it.
 *
 * @param fill - Fills the temporary folder; the second argument is the path that it is renamed to.
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
    // Another process may have been faster; then its folder will do.
    if (!existsSync(path)) throw error;
  }
  return path;
}
