import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { misuse } from '../../program/exit-codes.ts';

/**
 * Acquires the lock of a file, which prevents two commands from sending the same rows. Replaces the lock of a killed
 * command.
 */
export async function acquireLock(path: string): Promise<() => Promise<void>> {
  // A link is created together with its content, so a lock always contains the ID of its process.
  const temporary = `${path}.${process.pid}`;
  await writeFile(temporary, String(process.pid));
  try {
    for (let attempt = 0; attempt < 2; attempt++) {
      if (await linkTo(temporary, path)) return () => rm(path, { force: true });
      const owner = await readOwner(path);
      if (isRunning(owner)) throw isLocked(path, owner);
      await removeStale(path, `${temporary}.stale`);
    }
  } finally {
    await rm(temporary, { force: true });
  }
  throw misuse(
    `${path} cannot be created`,
    'Another telecrm ingest has just started on this file.',
  );
}

/** Creates a link. Returns `false` if the file exists. */
async function linkTo(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Removes a lock, unless another command has replaced it since it was read. */
async function removeStale(path: string, stalePath: string): Promise<void> {
  try {
    await rename(path, stalePath);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const owner = await readOwner(stalePath);
  if (isRunning(owner)) await linkTo(stalePath, path);
  await rm(stalePath, { force: true });
  if (isRunning(owner)) throw isLocked(path, owner);
}

async function readOwner(path: string): Promise<number> {
  return Number(await readFile(path, 'utf8').catch(() => ''));
}

function isLocked(path: string, owner: number) {
  return misuse(
    `another telecrm ingest, process ${owner}, is sending this file`,
    `Wait until it ends. If no such process is running, remove ${path}.`,
  );
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process is running, but belongs to another user.
    return hasCode(error, 'EPERM');
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
