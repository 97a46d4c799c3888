import type { RememberedReads } from '../migrations.ts';
import type { SqliteHandle, SqliteStatement } from './handle.ts';

/** How many prepared statements are kept, and how many results of each remembered read. */
const maxStatements = 500;
const maxResults = 10_000;

/** The statements of a handle, each prepared once. */
export interface Statements {
  all(text: string, values: readonly unknown[]): unknown[];
  /** Returns how many rows were inserted, changed or deleted. */
  run(text: string, values: readonly unknown[]): number;
  /** The rows of a read as they are remembered, if they are. */
  remembered(text: string, values: readonly unknown[]): unknown[] | undefined;
  /** Called after each commit or rollback. */
  settle(): void;
}

interface Prepared {
  readonly statement: SqliteStatement;
  /** Whether it writes to a table of which rows are remembered. */
  readonly isWrite: boolean;
  /** Rows by values, if it is a read that is remembered. */
  readonly results: Map<string, unknown[]> | undefined;
}

/**
 * Prepares statements once, and remembers the rows of some reads. A write to their tables forgets them, and none are
 * remembered again until it is committed or rolled back.
 */
export function createStatements(handle: SqliteHandle, reads?: RememberedReads): Statements {
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

  const forget = ({ isWrite }: Prepared) => {
    if (!isWrite || isWritten) return;
    isWritten = true;
    for (const one of results.values()) one.clear();
  };

  return {
    all(text, values) {
      const one = prepare(text);
      if (one.results === undefined) {
        forget(one);
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
      forget(one);
      return Number(one.statement.run(...values).changes);
    },
    remembered: (text, values) => results.get(text)?.get(JSON.stringify(values)),
    settle() {
      isWritten = false;
    },
  };
}
