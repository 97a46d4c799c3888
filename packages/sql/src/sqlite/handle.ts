/** A prepared statement of `node:sqlite` or `better-sqlite3`. */
interface SqliteStatement {
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

/** How many prepared statements are kept. */
const maxStatements = 500;

/** Returns the prepared statement of a text, which is prepared once. */
export function createStatementCache(handle: SqliteHandle): (text: string) => SqliteStatement {
  const statements = new Map<string, SqliteStatement>();
  return (text) => {
    const known = statements.get(text);
    if (known) return known;
    if (statements.size >= maxStatements) statements.clear();
    const statement = handle.prepare(text);
    statements.set(text, statement);
    return statement;
  };
}
