import { link, readFile, rm, writeFile } from 'node:fs/promises';
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
    const isMine = (await linkTo(temporary, path)) || (await replaceStale(path, temporary));
    if (isMine) return () => rm(path, { force: true });
  } finally {
    await rm(temporary, { force: true });
  }
  throw misuse(
    `${path} cannot be created`,
    `Another telecrm ingest has just started on this file. If no such process is running, remove ${path}.takeover.`,
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

/**
 * Replaces the lock of a process that has ended. Only the command that holds the second lock removes the first one, so it
 * cannot remove a lock that another command has just created.
 */
async function replaceStale(path: string, own: string): Promise<boolean> {
  await assertStale(path);
  const takeover = `${path}.takeover`;
  if (!(await linkTo(own, takeover))) return false;
  try {
    await assertStale(path);
    await rm(path, { force: true });
    return await linkTo(own, path);
  } finally {
    await rm(takeover, { force: true });
  }
}

async function assertStale(path: string): Promise<void> {
  const owner = await readOwner(path);
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
