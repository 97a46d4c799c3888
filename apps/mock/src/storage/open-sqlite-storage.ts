import type { SandboxStorage } from '@telecrm/sandbox/storage';
import { type Database, DatabaseError, openSqlite, type SqliteHandle } from '@telecrm/sql';
import type { ServerLog } from '../logging/server-log.ts';
import { importJsonState, isJson } from './import/import-json-state.ts';
import { createSqlStorage } from './sandbox/create-sql-storage.ts';
import { schema } from './tables/schema.ts';

export async function openSqliteStorage(
  file: string | SqliteHandle,
  log: ServerLog,
): Promise<SandboxStorage> {
  return createSqlStorage(await openOrImport(file, log));
}

/**
 * Opens a database, or imports the JSON file of an earlier version. SQLite opens the file first: reading it in another
 * way while this process has it open would release SQLite's lock.
 */
async function openOrImport(file: string | SqliteHandle, log: ServerLog): Promise<Database> {
  try {
    return await openSqlite({ file, schema });
  } catch (error) {
    const isOther = error instanceof DatabaseError && error.problem === 'not-ours';
    if (typeof file !== 'string' || !isOther || !(await isJson(file))) throw error;
  }
  await importJsonState(file, log);
  return openSqlite({ file, schema });
}
