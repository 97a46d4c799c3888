/** A prepared statement of `node:sqlite` or `better-sqlite3`. */
export interface SqliteStatement {
  all(...values: unknown[]): unknown[];
  run(...values: unknown[]): { changes: number | bigint };
}

/** An open database of `node:sqlite` or `better-sqlite3`, as far as it is used. */
export interface SqliteHandle {
  exec(text: string): unknown;
  prepare(text: string): SqliteStatement;
  close(): unknown;
  /** As `node:sqlite` has it. */
  readonly isTransaction?: boolean;
  /** As `better-sqlite3` has it. */
  readonly inTransaction?: boolean;
}
