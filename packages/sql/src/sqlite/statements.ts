import type { CachedReads } from '../migrations.ts';
import type { SqliteHandle, SqliteStatement } from './handle.ts';

/** The maximum number of prepared statements, and of cached results of each cached read. */
const maxStatements = 500;
const maxResults = 10_000;

/** The statements of a handle, each prepared once. */
export interface Statements {
  all(text: string, values: readonly unknown[]): unknown[];
  /** Returns the number of inserted, changed or deleted rows. */
  run(text: string, values: readonly unknown[]): number;
  /** The cached rows of a read, if any. */
  cached(text: string, values: readonly unknown[]): unknown[] | undefined;
  /** Called after each commit or rollback. */
  settle(): void;
}

interface Prepared {
  readonly statement: SqliteStatement;
  /** Whether it writes to a table with cached rows. */
  readonly isWrite: boolean;
  /** Rows by values, if the read is cached. */
  readonly results: Map<string, unknown[]> | undefined;
}

/**
 * Prepares statements once, and caches the rows of some reads. A write to their tables evicts them, and they are cached
 * again only after it is committed or rolled back.
 */
export function createStatements(handle: SqliteHandle, reads?: CachedReads): Statements {
  const prepared = new Map<string, Prepared>();
  const results = new Map(reads?.statements.map((text) => [text, new Map<string, unknown[]>()]));
  const writes =
    reads && new RegExp(`\\b(INTO|UPDATE|FROM)\\s+(${reads.tables.join('|')})\\b`, 'i');
  let isWritten = false;

  const prepare = (text: string): Prepared => {
    const known = prepared.get(text);
    if (known) return known;
    if (prepared.size >= maxStatements) prepared.clear();
    const isWrite = writes !== undefined && !/^\s*SELECT\b/i.test(text) && writes.test(text);
    const one = { statement: handle.prepare(text), isWrite, results: results.get(text) };
    prepared.set(text, one);
    return one;
  };

  const evict = ({ isWrite }: Prepared) => {
    if (!isWrite || isWritten) return;
    isWritten = true;
    for (const one of results.values()) one.clear();
  };

  return {
    all(text, values) {
      const one = prepare(text);
      if (one.results === undefined) {
        evict(one);
        return one.statement.all(...values);
      }
      const key = JSON.stringify(values);
      const known = one.results.get(key);
      if (known) return known;
      const rows = one.statement.all(...values);
      if (one.results.size >= maxResults) one.results.clear();
      if (!isWritten) one.results.set(key, rows);
      return rows;
    },
    run(text, values) {
      const one = prepare(text);
      evict(one);
      return Number(one.statement.run(...values).changes);
    },
    cached: (text, values) => results.get(text)?.get(JSON.stringify(values)),
    settle() {
      isWritten = false;
    },
  };
}
