import { resolve } from 'node:path';
import { addAbortSignal } from 'node:stream';
import { parseJsonFile } from '../json/parse-json-file.ts';
import type { FindPosition } from '../json/position.ts';
import { createPositions } from '../json/position.ts';
import { misuse } from '../program/exit-codes.ts';
import { type Encoding, encodingByStart } from '../rows/encoding.ts';
import { assertFile, inspectFile, readFileBytes } from '../rows/inspect.ts';
import { formatOf, openRows } from '../rows/open.ts';
import type { Row } from '../rows/row.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** The formats of files that can be checked. */
export const payloadFormats = ['json', 'ndjson', 'csv'] as const;

type PayloadFormat = (typeof payloadFormats)[number];

/** A row of a file, and its columns if it has cells. */
export interface PayloadRow {
  readonly row: Row;
  readonly columns: readonly string[];
  /** Finds the position of a part of the payload. */
  readonly positionOf: FindPosition;
}

interface OpenOptions {
  readonly input?: PayloadFormat | undefined;
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: string | undefined;
}

/** The maximum size of a JSON file, which is read into memory. NDJSON is read line by line and has no limit. */
const maxJsonBytes = 100_000_000;

const exampleLead = '{ "fields": { "phone": "919999999999" } }';

/** Reads the payloads of a file, or of stdin if the name is `-`. */
export async function openPayloads(
  terminal: Terminal,
  name: string,
  options: OpenOptions,
): Promise<{ columns: readonly string[]; rows: AsyncIterable<PayloadRow> }> {
  const isStdin = name === '-';
  const shown = isStdin ? 'stdin' : name;
  const path = resolve(terminal.cwd, name);
  const isRegular = !isStdin && (await assertFile(path, name));
  const format = options.input ?? (isStdin ? 'json' : formatOf(name, payloadFormats));
  const bytes = () => (isStdin ? stdinBytes(terminal) : readFileBytes(path, name));
  if (format === 'json') {
    const text = await readText(bytes(), shown);
    if (text.trim() === '') throw misuse(`${shown} is empty`);
    // Stdin has no file name; several lines of JSON are NDJSON.
    if (isStdin && !options.input && isNdjson(text)) {
      return openTable(fromText(text), shown, 'ndjson', 'utf-8', options.delimiter);
    }
    const value = parseJsonFile(text, shown);
    if (Array.isArray(value) && value.length === 0) {
      throw misuse(`${shown} has no lead`, `Put at least one in: [${exampleLead}].`);
    }
    return { columns: [], rows: entriesOf(value, createPositions(text)) };
  }
  const encoding =
    // A pipe can be read only once.
    options.encoding ?? (isRegular ? (await inspectFile(path, name)).encoding : 'utf-8');
  return openTable(bytes(), shown, format, encoding, options.delimiter);
}

async function openTable(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  format: 'csv' | 'ndjson',
  encoding: Encoding,
  delimiter: string | undefined,
) {
  const { columns, rows } = await openRows(bytes, { name, format, encoding, delimiter });
  return { columns, rows: withLines(rows, columns) };
}

async function* withLines(
  rows: AsyncIterable<Row>,
  columns: readonly string[],
): AsyncGenerator<PayloadRow> {
  for await (const row of rows) {
    yield { row, columns, positionOf: () => ({ line: row.line, column: 1 }) };
  }
}

/** Whether a text has several lines, and the first one is a whole value. A value may also extend over lines. */
function isNdjson(text: string): boolean {
  const [first = '', ...others] = text.trim().split(/\r?\n/, 3);
  if (others.length === 0) return false;
  try {
    JSON.parse(first);
    return true;
  } catch {
    return false;
  }
}

async function* entriesOf(value: unknown, positionOf: FindPosition): AsyncGenerator<PayloadRow> {
  const entries: unknown[] = Array.isArray(value) ? value : [value];
  for (const [index, entry] of entries.entries()) {
    const path = Array.isArray(value) ? `[${index}]` : '';
    const { line } = positionOf(path);
    yield {
      row: { kind: 'value', number: index + 1, line, value: entry },
      columns: [],
      positionOf: (field) => positionOf(path && field ? `${path}.${field}` : path || field),
    };
  }
}

async function readText(bytes: AsyncIterable<Uint8Array>, name: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > maxJsonBytes)
      throw misuse(`${name} is over 100 MB`, 'Use NDJSON, a payload a line.');
    chunks.push(chunk);
  }
  const whole = Buffer.concat(chunks);
  const encoding = encodingByStart(whole) ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(whole);
  } catch {
    throw misuse(`${name} is not in ${encoding}`, 'Save it as UTF-8.');
  }
}

async function* stdinBytes({ stdin, signal }: Terminal): AsyncGenerator<Uint8Array> {
  addAbortSignal(signal, stdin);
  for await (const chunk of stdin) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

async function* fromText(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
