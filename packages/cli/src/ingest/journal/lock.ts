import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { misuse } from '../../program/exit-codes.ts';

/** Locks a file, so that two commands do not send the same rows. The lock of a killed command is replaced. */
export async function takeLock(path: string): Promise<() => Promise<void>> {
  // A link appears together with its content, so nobody can read a lock before it names its process.
  const own = `${path}.${process.pid}`;
  await writeFile(own, String(process.pid));
  try {
    for (let attempt = 0; attempt < 2; attempt++) {
      if (await linkTo(own, path)) return () => rm(path, { force: true });
      const owner = await readOwner(path);
      if (isRunning(owner)) throw isLocked(path, owner);
      await removeStale(path, `${own}.stale`);
    }
  } finally {
    await rm(own, { force: true });
  }
  throw misuse(
    `${path} cannot be created`,
    'Another telecrm ingest has just started on this file.',
  );
}

/** Whether the link could be made: it cannot if the file is there already. */
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
async function removeStale(path: string, aside: string): Promise<void> {
  try {
    await rename(path, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const owner = await readOwner(aside);
  if (isRunning(owner)) await linkTo(aside, path);
  await rm(aside, { force: true });
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
    // It runs, but belongs to another user.
    return hasCode(error, 'EPERM');
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
