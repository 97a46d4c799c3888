import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openPostgres, openSqlite } from '@telecrm/sql';
import { postgresUrl } from '@telecrm/sql/testing/vitest';
import { afterAll } from 'vitest';
import { schema } from '../tables/schema.ts';

/** A folder for the databases of one test file, removed after its last test. */
function folderForThisFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'telecrm-storage-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** One database of each kind for a test file, opened on demand and closed after the last test. */
export function openTestDatabases(): Record<Database['dialect'], () => Promise<Database>> {
  const folder = folderForThisFile();
  let sqlite: Promise<Database> | undefined;
  let postgres: Promise<Database> | undefined;
  afterAll(async () => {
    await (await sqlite)?.close();
    await (await postgres)?.close();
  });
  return {
    sqlite: () => (sqlite ??= openSqlite({ file: join(folder, 'database'), schema })),
    postgres: () => (postgres ??= postgresUrl().then((url) => openPostgres({ url, schema }))),
  };
}

/** Empties a database in Postgres, which is faster than creating another one. */
export async function emptyTables(database: Database): Promise<void> {
  await database.transaction(async (transaction) => {
    const tables = await transaction.all<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables
       WHERE schemaname = current_schema() AND tablename NOT IN ('schema_version', 'counter')`,
    );
    await transaction.run(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`);
    await transaction.run('UPDATE counter SET value = 0');
  });
}
