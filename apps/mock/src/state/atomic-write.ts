import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Atomic write: temp file, fsync, rename. Whenever the process is killed, the file is the old one or the new one. */
export async function writeAtomically(file: string, content: () => Promise<string>): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    // It holds tokens.
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(await content());
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

async function syncFolder(folder: string): Promise<void> {
  // Windows has no such thing.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
