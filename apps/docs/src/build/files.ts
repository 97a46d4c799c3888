import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';

/** The files of the site by their path, kept in memory until all of them are known to be good. */
export type Files = Map<string, string | Uint8Array>;

/** Adds a file under `assets/` with its content's hash in its name and returns the path. */
export function addAsset(files: Files, name: string, content: string | Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const extension = extname(name);
  const path = `assets/${name.slice(0, -extension.length)}.${hash}${extension}`;
  files.set(path, content);
  return path;
}

/** Puts the name of the file before the reason of a failure, on one line. */
export async function named<T>(file: string, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`);
  });
}

/** Replaces what is in `folder` by the files. */
export async function writeFiles(files: Files, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Writes the files that differ from those of `before`, and removes those that are gone. */
export async function writeChanged(files: Files, before: Files, folder: string): Promise<void> {
  for (const path of before.keys()) if (!files.has(path)) await rm(join(folder, path));
  for (const [path, content] of files) {
    const old = before.get(path);
    if (old !== undefined && Buffer.from(old).equals(Buffer.from(content))) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
