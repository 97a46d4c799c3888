export type {
  Database,
  DialectName,
  Scope,
  SqlReader,
  SqlTransaction,
  SqlValue,
} from './database.ts';
export { DatabaseError, type DatabaseProblem } from './database-error.ts';
export type { Migration, Schema } from './migrations.ts';
export { openPostgres, type PostgresOptions } from './postgres/open-postgres.ts';
export { inList, rowList } from './sql-text.ts';
export type { SqliteHandle } from './sqlite/handle.ts';
export { openSqlite, type SqliteOptions } from './sqlite/open-sqlite.ts';
