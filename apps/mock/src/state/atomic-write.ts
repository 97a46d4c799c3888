import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Atomic write: temp file, fsync, rename. Whenever the process is killed, the file is the old one or the new one. */
export async function writeAtomically(file: string, parts: AsyncIterable<string>): Promise<void> {
  const temporary = `${file}.${crypto.randomUUID()}.tmp`;
  try {
    // It holds tokens, so nobody else may read it, and nothing that lies there already is written through.
    const handle = await open(temporary, 'wx', 0o600);
    try {
      for await (const part of parts) await handle.write(part);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
    await syncFolder(dirname(file));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Removes what writes that were killed have left beside a file. */
export async function removeTemporaries(file: string): Promise<void> {
  const name = basename(file);
  const left = (await readdir(dirname(file))).filter(
    (candidate) => candidate.startsWith(`${name}.`) && candidate.endsWith('.tmp'),
  );
  await Promise.all(left.map((one) => rm(join(dirname(file), one), { force: true })));
}

async function syncFolder(folder: string): Promise<void> {
  // Windows has no such thing.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
