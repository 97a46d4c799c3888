/** A prepared statement of `node:sqlite` or `better-sqlite3`. */
export interface SqliteStatement {
  all(...values: unknown[]): unknown[];
  run(...values: unknown[]): { changes: number | bigint };
}

/** An open database of `node:sqlite` or `better-sqlite3`, with the methods that are used. */
export interface SqliteHandle {
  exec(text: string): unknown;
  prepare(text: string): SqliteStatement;
  close(): unknown;
  /** In `node:sqlite`. */
  readonly isTransaction?: boolean;
  /** In `better-sqlite3`. */
  readonly inTransaction?: boolean;
}
