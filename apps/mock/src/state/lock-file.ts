import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { resolve } from 'node:path';

/** How often the holder of a lock shows that it is alive, and after how long without that it counts as dead. */
const heartbeatMs = 2000;
const staleMs = 15_000;

/** Who holds a lock. */
interface Holder {
  pid: number;
  host: string;
  id: string;
}

/** A file that only one sandbox uses at a time. */
export interface FileLock {
  release(): Promise<void>;
}

/** The files that sandboxes of this process use. */
const ours = new Set<string>();

/** Says why a file cannot be used. */
export class FileInUseError extends Error {
  override readonly name = 'FileInUseError';
}

/**
 * Locks a file by another one beside it, for as long as this process lives. It also holds between containers that share a
 * volume, where process IDs say nothing.
 *
 * @throws FileInUseError if another sandbox uses the file.
 */
export async function lockFile(file: string): Promise<FileLock> {
  const path = `${resolve(file)}.lock`;
  if (ours.has(path)) throw inUse(file, 'in this process');
  ours.add(path);
  try {
    const holder: Holder = { pid: process.pid, host: hostname(), id: crypto.randomUUID() };
    await acquire(path, holder, file);
    const heartbeat = setInterval(() => {
      const now = new Date();
      utimes(path, now, now).catch(() => {});
    }, heartbeatMs);
    heartbeat.unref();
    return {
      async release() {
        clearInterval(heartbeat);
        const current = await holderOf(path);
        if (current?.holder?.id === holder.id) await rm(path, { force: true });
        ours.delete(path);
      },
    };
  } catch (error) {
    ours.delete(path);
    throw error;
  }
}

async function acquire(path: string, holder: Holder, file: string): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      await writeFile(path, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const found = await holderOf(path);
    if (found === undefined) continue;
    if (isAlive(found)) {
      const { pid, host } = found.holder ?? { pid: 0, host: 'unknown' };
      throw inUse(file, `(process ${pid} on ${host})`);
    }
    // The first process to move it away gets it; then the next round decides.
    const aside = `${path}.${holder.id}`;
    await rename(path, aside).catch(() => {});
    await rm(aside, { force: true });
  }
  throw inUse(file, '(its lock changes all the time)');
}

interface Found {
  holder: Holder | undefined;
  /** How long ago it has shown that it is alive, in milliseconds. */
  age: number;
}

async function holderOf(path: string): Promise<Found | undefined> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    return { holder: parse(text), age: Date.now() - mtimeMs };
  } catch {
    return undefined;
  }
}

function parse(text: string): Holder | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isAlive({ holder, age }: Found): boolean {
  if (age > staleMs) return false;
  // On the same machine it is known at once. Our own ID there is that of an earlier process.
  if (holder?.host === hostname()) return holder.pid !== process.pid && isRunning(holder.pid);
  return true;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function inUse(file: string, by: string): FileInUseError {
  return new FileInUseError(
    `${file} is used by another sandbox ${by}: stop that one, or name another --state`,
  );
}
