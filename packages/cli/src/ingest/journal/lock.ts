import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { describeFileError, systemCode } from '../../files/file-error.ts';
import { misuse } from '../../program/exit-codes.ts';

/** The locks of this process. */
const held = new Set<string>();

/**
 * Acquires the lock of a journal, which prevents two commands from sending the same rows. Replaces the lock of a killed
 * command.
 *
 * @param name The name of the journal in messages.
 */
export async function acquireLock(journal: string, name = journal): Promise<() => Promise<void>> {
  const path = `${journal}.lock`;
  // A link is created together with its content, so a lock always contains the ID of its process.
  const temporary = `${path}.${process.pid}`;
  try {
    await writeFile(temporary, `${process.pid} ${hostname()}`);
    const isMine = (await linkTo(temporary, path)) || (await replaceStale(path, temporary, name));
    if (isMine) {
      held.add(path);
      return async () => {
        held.delete(path);
        await rm(path, { force: true });
      };
    }
  } catch (error) {
    throw describeFileError(error, name, 'cannot be locked');
  } finally {
    await rm(temporary, { force: true });
  }
  throw misuse(
    `${name} cannot be locked`,
    `Another telecrm ingest has just started on this file. If no such process is running, remove ${name}.lock.takeover.`,
  );
}

/** Creates a link. Returns `false` if the file exists. */
async function linkTo(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Replaces the lock of a process that has ended. Only the command that holds the second lock removes the first one, so it
 * cannot remove a lock that another command has just created.
 */
async function replaceStale(path: string, own: string, name: string): Promise<boolean> {
  await assertStale(path, name);
  const takeover = `${path}.takeover`;
  if (!(await linkTo(own, takeover))) return false;
  try {
    await assertStale(path, name);
    await rm(path, { force: true });
    return await linkTo(own, path);
  } finally {
    await rm(takeover, { force: true });
  }
}

async function assertStale(path: string, name: string): Promise<void> {
  const owner = await readOwner(path);
  if (isRunning(owner, path)) throw isLocked(name, owner);
}

/** The process that holds a lock. */
interface Owner {
  readonly pid: number;
  /** The machine or container that the ID of the process belongs to. */
  readonly host: string | undefined;
}

async function readOwner(path: string): Promise<Owner> {
  const [pid, host] = (await readFile(path, 'utf8').catch(() => '')).trim().split(' ');
  return { pid: Number(pid), host };
}

function isLocked(name: string, { pid, host = hostname() }: Owner) {
  const where = host === hostname() ? '' : ` on ${host}`;
  return misuse(
    `another telecrm ingest, process ${pid}${where}, is sending this file`,
    `Wait until it ends. If no such process is running, remove ${name}.lock.`,
  );
}

function isRunning({ pid, host }: Owner, path: string): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  // Whether a process of another machine is running cannot be found out.
  if (host !== undefined && host !== hostname()) return true;
  // A container that was killed and started again has the same IDs of processes.
  if (host !== undefined && pid === process.pid) return held.has(path);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process is running, but belongs to another user.
    return systemCode(error) === 'EPERM';
  }
}
