import type { Outcome } from './states.ts';

/** The first line of a journal: the file, enterprise and mapping that it belongs to. */
export interface JournalHeader {
  readonly journal: 1;
  /** The hash of the file of leads. */
  readonly sha256: string;
  readonly enterpriseId: string;
  /** The mapping of the columns. Another mapping would create other leads from the same rows. */
  readonly mapping: Readonly<Record<string, string | null>>;
}

/** Any other line: a row that is about to be sent (or was not sent after all), or the outcome of a row. */
export type JournalRecord =
  | { readonly row: number; readonly start: boolean }
  | { readonly row: number; readonly outcome: Outcome; readonly reason: string };

/** One line. Most rows are queued, so their lines are short. */
export function recordLine(record: JournalRecord): string {
  if ('start' in record) return `{"row":${record.row},"start":${record.start}}\n`;
  const { row, outcome, reason } = record;
  return `${JSON.stringify({ row, outcome, ...(reason !== '' && { reason }) })}\n`;
}

/** The record of a line; `undefined` for an invalid line, such as one that was being written during a crash. */
export function parseRecord(line: string): JournalRecord | undefined {
  const value = parseJson(line);
  const row = value?.row;
  if (typeof row !== 'number' || !Number.isSafeInteger(row) || row < 1) return undefined;
  if (typeof value?.start === 'boolean') return { row, start: value.start };
  const { outcome, reason = '' } = value ?? {};
  if (outcome !== 'queued' && outcome !== 'failed' && outcome !== 'unknown') return undefined;
  return { row, outcome, reason: String(reason) };
}

export function parseHeader(line: string): JournalHeader | undefined {
  const value = parseJson(line);
  if (value?.journal !== 1) return undefined;
  const { sha256, enterpriseId, mapping } = value;
  if (typeof sha256 !== 'string' || typeof enterpriseId !== 'string') return undefined;
  const columns = Object.entries(mapping ?? {}).map(([column, target]): [string, string | null] => [
    column,
    typeof target === 'string' ? target : null,
  ]);
  return { journal: 1, sha256, enterpriseId, mapping: Object.fromEntries(columns) };
}

function parseJson(line: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
