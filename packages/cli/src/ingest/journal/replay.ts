import { createReadStream } from 'node:fs';
import { systemCode } from '../../files/file-error.ts';
import { misuse } from '../../program/exit-codes.ts';
import { type JournalHeader, parseHeader, parseRecord } from './record.ts';
import { RowStates } from './states.ts';

/** The content of a journal, and the length of its valid part. */
export interface Replayed {
  readonly states: RowStates;
  /** The size of all complete lines. Bytes after them were being written when the machine crashed. */
  readonly length: number;
}

/** Reads an existing journal. A missing one is empty. */
export async function replayJournal(
  path: string,
  header: JournalHeader,
  name: string,
): Promise<Replayed> {
  const states = new RowStates();
  let length = 0;
  for await (const line of wholeLines(path)) {
    if (length === 0) checkHeader(line, header, name);
    else applyRecord(line, states, name);
    length += Buffer.byteLength(line) + 1;
  }
  return { states, length };
}

function applyRecord(line: string, states: RowStates, name: string): void {
  const record = parseRecord(line);
  // Continuing without this line could send a row twice.
  if (record === undefined) {
    throw misuse(`${name} is damaged`, 'Restore it, or start over with --journal FILE.');
  }
  if (!('start' in record)) states.settle(record.row, record.outcome, record.reason);
  else if (record.start) states.start(record.row);
  else states.reopen(record.row);
}

function checkHeader(line: string, header: JournalHeader, name: string): void {
  const found = parseHeader(line);
  if (found === undefined) {
    throw misuse(`${name} is not a journal of telecrm ingest`, 'Pass another --journal FILE.');
  }
  const fix = 'Continue with the same file and options, or start over with --journal FILE.';
  if (found.sha256 !== header.sha256) {
    throw misuse(`the file has changed since ${name} was created`, fix);
  }
  if (found.enterpriseId !== header.enterpriseId) {
    throw misuse(`${name} belongs to another enterprise, ${found.enterpriseId}`, fix);
  }
  if (JSON.stringify(found.mapping) !== JSON.stringify(header.mapping)) {
    throw misuse(`columns were sent as other fields when ${name} was created`, fix);
  }
}

/** The lines of a file that end with a line break. */
async function* wholeLines(path: string): AsyncGenerator<string> {
  let rest = '';
  try {
    for await (const chunk of createReadStream(path, 'utf8')) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
}
