import type { DialectName, SqlTransaction } from './database.ts';
import { DatabaseError } from './database-error.ts';

/** Statements that migrate the tables from one version to the next: one text for both databases, or one for each. */
export type Migration = string | Readonly<Record<DialectName, string>>;

/** Reads whose rows rarely change. */
export interface CachedReads {
  /** The tables that they read. */
  readonly tables: readonly string[];
  /** Their exact text. The rows are shared, so they must not be changed. */
  readonly statements: readonly string[];
}

/** The tables of a program. */
export interface Schema {
  /** Lower-case letters and underscores. On Postgres, the name of the schema with the tables. */
  readonly name: string;
  /** The name of the program in messages: `telecrm sandbox`. */
  readonly program: string;
  /** All versions since the first. Released ones must not be changed. */
  readonly migrations: readonly Migration[];
  /**
   * Reads that SQLite caches in memory until their tables are written, which only this process can do. Postgres, which
   * has other writers, does not cache them.
   */
  readonly cached?: CachedReads;
}

/** The operations of a connection that migrations need. */
export interface MigrationTarget {
  readonly dialect: DialectName;
  /** The name of the database in messages. */
  readonly place: string;
  readonly transaction: SqlTransaction;
  /** Runs several statements without values. */
  execute(text: string): Promise<void>;
}

/** One row for each program, with the version of its tables. */
const versionTable = 'schema_version';

/**
 * The version of the tables; 0 in an empty database. Changes nothing.
 *
 * @throws DatabaseError if the database belongs to another program or to a newer version.
 */
export async function readVersion(
  { name, program, migrations }: Schema,
  { dialect, place, transaction }: MigrationTarget,
): Promise<number> {
  const tables = await transaction.all<{ name: string }>(
    dialect === 'sqlite'
      ? 'SELECT name FROM sqlite_master'
      : 'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()',
  );
  if (tables.length === 0) return 0;
  const isVersioned = tables.some((table) => table.name === versionTable);
  const rows = isVersioned
    ? await transaction.all<{ version: number }>(
        `SELECT version FROM ${versionTable} WHERE name = ?`,
        [name],
      )
    : [];
  const [row] = rows;
  if (row === undefined) {
    const problem = `${place} is a database of another program: choose another one`;
    throw new DatabaseError('not-ours', problem);
  }
  if (row.version > migrations.length) {
    const versions = `its tables have version ${row.version}, this one knows ${migrations.length}`;
    throw new DatabaseError(
      'newer-version',
      `${place} was written by a newer version of the ${program} (${versions}): update the ${program}, or choose another database`,
    );
  }
  return row.version;
}

/** Migrates the tables to the newest version. Must run in a transaction that no other process can run concurrently. */
export async function migrate(schema: Schema, target: MigrationTarget): Promise<void> {
  const { name, migrations } = schema;
  const { dialect, transaction, execute } = target;
  const version = await readVersion(schema, target);
  if (version === migrations.length) return;
  if (version === 0) {
    await execute(`CREATE TABLE ${versionTable} (name TEXT PRIMARY KEY, version BIGINT NOT NULL)`);
  }
  for (const migration of migrations.slice(version)) {
    await execute(typeof migration === 'string' ? migration : migration[dialect]);
  }
  await transaction.run(
    `INSERT INTO ${versionTable} (name, version) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET version = excluded.version`,
    [name, migrations.length],
  );
}
