import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { replaceFile } from '../../files/output-file.ts';
import { isObject } from '../../json/json.ts';
import type { Table } from '../../rows/csv.ts';
import { maxRowLength, type Row } from '../../rows/row.ts';
import type { RowStates } from '../journal/states.ts';
import { reasonColumn } from '../mapping/mapping.ts';
import type { Source } from '../plan/source.ts';

/**
 * Writes the rows that were not sent, each with the reason, in the format of the original file. The result can be
 * corrected and sent. Without any such row, the file of an earlier run is removed.
 */
export async function writeFailedFile(
  { path, name }: { path: string; name: string },
  source: Pick<Source, 'open'>,
  states: RowStates,
): Promise<void> {
  const { failed, unknown } = states.counts;
  if (failed + unknown > 0) await replaceFile(path, name, failedLines(await source.open(), states));
  else if (await isFailedFile(path)) await rm(path, { force: true });
}

async function* failedLines({ columns, rows }: Table, states: RowStates): AsyncGenerator<string> {
  // Replaces the column of an earlier run.
  const reasonAt = columns.indexOf(reasonColumn);
  const withoutReason = <Cell>(cells: readonly Cell[]) =>
    cells.filter((_, index) => index !== reasonAt);
  if (columns.length > 0) yield csvLine([...withoutReason(columns), reasonColumn]);
  for await (const row of rows) {
    const outcome = states.outcome(row.number);
    if (outcome !== 'failed' && outcome !== 'unknown') continue;
    const reason = states.reason(row.number);
    if (row.kind === 'cells') {
      const cells = columns.map((_, index) => row.cells[index] ?? '');
      yield csvLine([...withoutReason(cells), reason]);
    } else if (columns.length > 0) {
      yield csvLine([...withoutReason(columns.map(() => '')), `line ${row.line}: ${reason}`]);
    } else yield jsonLine(row, reason);
  }
}

/** Whether an earlier run wrote this file: its first line contains the column for the reasons. */
async function isFailedFile(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats?.isFile()) return false;
  let start = '';
  for await (const chunk of createReadStream(path, 'utf8')) {
    start += chunk;
    if (start.includes('\n') || start.length > 2 * maxRowLength) break;
  }
  return (start.split('\n', 1)[0] ?? '').includes(reasonColumn);
}

function jsonLine(row: Row, reason: string): string {
  const place = { [reasonColumn]: `line ${row.line}: ${reason}` };
  const value = row.kind === 'value' && isObject(row.value) ? row.value : {};
  return `${JSON.stringify({ ...value, ...place })}\n`;
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(quote).join(',')}\r\n`;
}

function quote(cell: string): string {
  return /[",\r\n;\t|]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
