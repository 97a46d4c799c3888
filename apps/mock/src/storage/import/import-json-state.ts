import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { InvalidSnapshotError, openSandbox, restoreSnapshot } from '@telecrm/sandbox/adapter';
import { openSqlite } from '@telecrm/sql';
import { DatabaseError } from '@telecrm/sql/database-error';
import type { ServerLog } from '../../logging/server-log.ts';
import { createSqlStorage } from '../sandbox/create-sql-storage.ts';
import { schema } from '../tables/schema.ts';

/**
 * Replaces the JSON file of an earlier version by a database, and leaves a backup of it. Atomic: if the process is
 * killed, the file is one or the other, and complete.
 *
 * @throws DatabaseError if the JSON is invalid.
 */
export async function importJsonState(file: string, log: ServerLog): Promise<void> {
  const snapshot = await parse(file);
  const prepared = `${file}.importing`;
  const backup = `${file}.json-backup`;
  await removeInterrupted(prepared);
  try {
    const workspaces = await fill(prepared, snapshot);
    await keepBackup(file, backup);
    await rename(prepared, file);
    log.error(
      `imported ${workspaces} workspace${workspaces === 1 ? '' : 's'} from ${file}, which is an SQLite database from now on; the JSON is kept as ${backup}`,
    );
  } catch (error) {
    await rm(prepared, { force: true });
    throw notUsable(file, error);
  }
}

/**
 * Removes what an interrupted import has left.
 *
 * @throws DatabaseError if another process is importing.
 */
async function removeInterrupted(prepared: string): Promise<void> {
  try {
    await stat(prepared);
    await (await openSqlite({ file: prepared, schema })).close();
  } catch (error) {
    if (error instanceof DatabaseError && error.problem === 'in-use') throw error;
  }
  await rm(prepared, { force: true });
  await rm(`${prepared}-wal`, { force: true });
}

/** Gives the file a second name. If an import was interrupted after that, it already has it. */
async function keepBackup(file: string, backup: string): Promise<void> {
  try {
    await link(file, backup);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const [one, other] = await Promise.all([stat(file), stat(backup)]);
    if (one.ino === other.ino && one.dev === other.dev) return;
    const text = `cannot import ${file}, because its backup ${backup} exists already: move that file to another folder`;
    throw new DatabaseError('not-writable', text);
  }
}

/** Whether a file begins like a JSON object. */
export async function isJson(file: string): Promise<boolean> {
  try {
    await using handle = await open(file);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.toString('utf8', 0, bytesRead).trimStart().startsWith('{');
  } catch {
    // SQLite will report the problem.
    return false;
  }
}

async function parse(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw notUsable(file, new InvalidSnapshotError('it is damaged, or not JSON at all'));
  }
}

function notUsable(file: string, error: unknown): unknown {
  if (!(error instanceof InvalidSnapshotError)) return error;
  const text = `cannot use ${file}: ${error.message}. Pass another --state, or remove the file`;
  return new DatabaseError('not-ours', text, { cause: error });
}

/** Creates a database from a snapshot. Returns the number of its workspaces. */
async function fill(file: string, snapshot: unknown): Promise<number> {
  const storage = createSqlStorage(await openSqlite({ file, schema }));
  try {
    const { server } = openSandbox({ storage });
    // Queued bodies are processed by the sandbox that opens the database afterwards.
    server.queue.stop();
    await restoreSnapshot(server, snapshot);
    return (await storage.totals()).workspaces;
  } finally {
    await storage.close();
  }
}
