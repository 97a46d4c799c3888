import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Database, DialectName } from '../database.ts';
import type { Schema } from '../migrations.ts';
import { openPostgres } from '../postgres/open-postgres.ts';
import { openSqlite } from '../sqlite/open-sqlite.ts';
import { postgresUrl } from './inject-postgres.ts';

/** Databases for the tests of one file, closed and removed after its last test. */
export function databasesForThisFile() {
  const folder = mkdtempSync(join(tmpdir(), 'telecrm-sql-'));
  const opened: Database[] = [];
  let count = 0;
  afterAll(async () => {
    for (const database of opened) await database.close();
    rmSync(folder, { recursive: true });
  });
  const closeAfterTests = (database: Database) => {
    opened.push(database);
    return database;
  };
  const newFile = () => join(folder, `database-${count++}`);
  return {
    folder,
    newFile,
    postgresUrl,
    /** A new empty database. */
    async open(dialect: DialectName, schema: Schema): Promise<Database> {
      if (dialect === 'sqlite')
        return closeAfterTests(await openSqlite({ file: newFile(), schema }));
      return closeAfterTests(await openPostgres({ url: await postgresUrl(), schema }));
    },
    openSqlite: async (options: Parameters<typeof openSqlite>[0]) =>
      closeAfterTests(await openSqlite(options)),
    openPostgres: async (options: Parameters<typeof openPostgres>[0]) =>
      closeAfterTests(await openPostgres(options)),
  };
}
