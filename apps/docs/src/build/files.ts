import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';

/** The files of the site by path. They are written only after all of them were built without an error. */
export type Files = Map<string, string | Uint8Array>;

/** Adds a file to `assets/`, with the hash of its content in its name, and returns its path. */
export function addAsset(files: Files, name: string, content: string | Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const extension = extname(name);
  const path = `assets/${name.slice(0, -extension.length)}.${hash}${extension}`;
  files.set(path, content);
  return path;
}

/** Adds the name of the file to the message of an error. */
export async function withFileName<T>(file: string, result: Promise<T>): Promise<T> {
  return result.catch((error: unknown) => {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`);
  });
}

/** Replaces the content of a folder with the files. */
export async function writeFiles(files: Files, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Writes the files that differ from `before`, and deletes those that no longer exist. */
export async function writeChanged(files: Files, before: Files, folder: string): Promise<void> {
  for (const path of before.keys()) if (!files.has(path)) await rm(join(folder, path));
  for (const [path, content] of files) {
    const old = before.get(path);
    if (old !== undefined && Buffer.from(old).equals(Buffer.from(content))) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
