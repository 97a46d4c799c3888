import { Readable } from 'node:stream';
import { CsvError, type InfoRecord, parse } from 'csv-parse';
import { misuse } from '../program/exit-codes.ts';
import { maxRowLength, type Row } from './row.ts';

/** A table: the names of its columns, and a stream of its rows. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<Row>;
}

const delimiters = [',', ';', '\t', '|'] as const;

/** The delimiter that splits a header into the most columns. */
export function delimiterOf(header: string): string {
  // Delimiters inside quotes do not count.
  const bare = header.replace(/"(?:[^"]|"")*"/g, '');
  const counts = delimiters.map((delimiter) => bare.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Reads CSV row by row, with limited memory for files of any size. */
export async function readCsv(
  text: AsyncIterable<string>,
  { name, delimiter }: { name: string; delimiter?: string | undefined },
): Promise<Table> {
  const chunks = text[Symbol.asyncIterator]();
  const start = await readStart(chunks);
  const parser = parse({
    delimiter: delimiter ?? delimiterOf(start.split(/\r?\n/, 1)[0] ?? ''),
    info: true,
    max_record_size: maxRowLength,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const source = Readable.from(prepend(start, chunks));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  const records: AsyncIterator<CsvRecord> = parser[Symbol.asyncIterator]();
  const header = await nextRecord(records, name, 0);
  if (header === undefined)
    throw misuse(`${name} is empty`, 'The first line must contain the names of the columns.');
  const columns = header.record.map((column) => column.trim());
  checkColumns(columns, name);
  return { columns, rows: readRows(records, columns, name, header.info.lines) };
}

interface CsvRecord {
  readonly info: InfoRecord;
  readonly record: readonly string[];
}

async function* readRows(
  records: AsyncIterator<CsvRecord>,
  columns: readonly string[],
  name: string,
  headerLine: number,
): AsyncGenerator<Row> {
  let number = 0;
  let lastLine = headerLine;
  for (;;) {
    const next = await nextRecord(records, name, lastLine);
    if (next === undefined) return;
    const { record: cells, info } = next;
    lastLine = info.lines;
    // The parser counts the lines up to the end of a record.
    const breaks = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    const place = { number: ++number, line: info.lines - breaks };
    if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell !== '')) {
      const problem = `has ${cells.length} cells for ${columns.length} columns: put cells that contain the delimiter in quotes`;
      yield { ...place, kind: 'broken', problem };
    } else if (cells.some((cell) => cell.includes('\0'))) {
      yield {
        ...place,
        kind: 'broken',
        problem: 'contains a NUL character: export the file again',
      };
    } else yield { ...place, kind: 'cells', cells };
  }
}

async function nextRecord(
  records: AsyncIterator<CsvRecord>,
  name: string,
  lastLine: number,
): Promise<CsvRecord | undefined> {
  try {
    const { done, value } = await records.next();
    return done ? undefined : value;
  } catch (error) {
    throw error instanceof CsvError ? describe(error, name, lastLine + 1) : error;
  }
}

/** After broken quotes it is unknown where rows end, so the rest of the file is not read. */
function describe(error: CsvError, name: string, rowLine: number): Error {
  // A quote that is never closed is detected at the end of the file; other broken quotes where the parser is.
  const at = typeof error.lines === 'number' ? error.lines : rowLine;
  switch (error.code) {
    case 'CSV_MAX_RECORD_SIZE':
      return misuse(
        `${name}:${rowLine} has a row of more than ${maxRowLength} characters`,
        'The cause may be an unclosed quote or another delimiter than expected.',
      );
    case 'CSV_QUOTE_NOT_CLOSED':
      return misuse(
        `${name}:${rowLine} opens a quote that is never closed`,
        'Write " as "" in quotes.',
      );
    default:
      return misuse(
        `${name}:${at} has a quote in the wrong place`,
        'Put the whole cell in quotes, and write each " in it as "".',
      );
  }
}

function checkColumns(columns: readonly string[], name: string): void {
  const twice = columns.find((column, index) => column && columns.indexOf(column) !== index);
  if (twice !== undefined) {
    throw misuse(`${name} has the column “${twice}” twice`, 'Rename or remove one of them.');
  }
  if (columns.some((column) => column.includes('\0'))) {
    throw misuse(`${name} is not a text file`, 'Export it as CSV.');
  }
}

/** The text up to the end of the first line. */
async function readStart(chunks: AsyncIterator<string>): Promise<string> {
  let start = '';
  while (!start.includes('\n') && start.length <= maxRowLength) {
    const { done, value } = await chunks.next();
    if (done) break;
    start += value;
  }
  return start;
}

async function* prepend(start: string, chunks: AsyncIterator<string>): AsyncGenerator<string> {
  if (start !== '') yield start;
  for (;;) {
    const { done, value } = await chunks.next();
    if (done) return;
    if (value !== '') yield value;
  }
}
