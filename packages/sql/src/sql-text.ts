import type { SqlValue } from './database.ts';

/**
 * The text and the values of an `IN` list. The list is padded to a power of two with its last value, to limit the
 * number of different statements to prepare.
 */
export function inList(values: readonly SqlValue[]): { text: string; values: SqlValue[] } {
  const last = values.at(-1) ?? null;
  const size = 2 ** Math.ceil(Math.log2(Math.max(1, values.length)));
  const padded = [...values, ...Array<SqlValue>(size - values.length).fill(last)];
  return { text: `(${Array(size).fill('?').join(', ')})`, values: padded };
}

/** The text of a `VALUES` list with this number of rows and columns. */
export function rowList(rows: number, columns: number): string {
  const row = `(${Array(columns).fill('?').join(', ')})`;
  return Array(rows).fill(row).join(', ');
}

const numbered = new Map<string, string>();

/** Replaces each `?` by `$1`, `$2` and so on, for Postgres. Statements must not contain `?` otherwise. */
export function numberPlaceholders(text: string): string {
  const known = numbered.get(text);
  if (known !== undefined) return known;
  let count = 0;
  const result = text.replaceAll('?', () => `$${++count}`);
  if (numbered.size > 1000) numbered.clear();
  numbered.set(text, result);
  return result;
}
