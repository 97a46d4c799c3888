import type { SandboxStorage } from '@telecrm/sandbox/storage';
import type { ServerLog } from '../logging/server-log.ts';
import type { MockOptions } from '../options.ts';

/** Opens the database for the state of a sandbox; `undefined` if it is stored in memory. */
export async function openStorage(
  { state, databaseUrl }: Pick<MockOptions, 'state' | 'databaseUrl'>,
  log: ServerLog,
): Promise<SandboxStorage | undefined> {
  if (state !== undefined && databaseUrl !== undefined) {
    throw new TypeError('pass either state or databaseUrl, not both');
  }
  // Imported on demand, because most sandboxes use no database.
  if (databaseUrl !== undefined) {
    const { openPostgresStorage } = await import('./open-postgres-storage.ts');
    return openPostgresStorage(databaseUrl, log);
  }
  if (state === undefined) return undefined;
  const { openSqliteStorage } = await import('./open-sqlite-storage.ts');
  return openSqliteStorage(state, log);
}
