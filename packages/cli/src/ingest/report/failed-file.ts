import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { isObject } from '../../json/json.ts';
import type { Table } from '../../rows/csv.ts';
import type { Row } from '../../rows/row.ts';
import type { RowStates } from '../journal/states.ts';
import { reasonColumn } from '../mapping/mapping.ts';

/**
 * Writes the rows that were not sent, each with the reason, in the format of the original file. The result can be
 * corrected and sent.
 *
 * @returns The number of rows. Without any, the file is removed.
 */
export async function writeFailedFile(
  path: string,
  { columns, rows }: Table,
  states: RowStates,
): Promise<number> {
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    // Replaces the column of an earlier run.
    const reasonAt = columns.indexOf(reasonColumn);
    const withoutReason = <Cell>(cells: readonly Cell[]) =>
      cells.filter((_, index) => index !== reasonAt);
    if (columns.length > 0) yield csvLine([...withoutReason(columns), reasonColumn]);
    for await (const row of rows) {
      const outcome = states.outcome(row.number);
      if (outcome !== 'failed' && outcome !== 'unknown') continue;
      count++;
      const reason = states.reason(row.number);
      if (row.kind === 'cells') {
        const cells = columns.map((_, index) => row.cells[index] ?? '');
        yield csvLine([...withoutReason(cells), reason]);
      } else if (columns.length > 0) {
        yield csvLine([...withoutReason(columns.map(() => '')), `line ${row.line}: ${reason}`]);
      } else yield jsonLine(row, reason);
    }
  }
  await pipeline(lines, createWriteStream(path));
  if (count === 0) await rm(path, { force: true });
  return count;
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
