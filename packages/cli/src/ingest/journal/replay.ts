import { createReadStream } from 'node:fs';
import { misuse } from '../../program/exit-codes.ts';
import { fileErrorFix } from '../../program/file-error.ts';
import { type JournalHeader, parseHeader, parseRecord } from './record.ts';
import { RowStates } from './states.ts';

/** The content of a journal, and the length of its valid part. */
export interface Replayed {
  readonly states: RowStates;
  /** The size of all complete lines. Bytes after them were being written when the machine crashed. */
  readonly length: number;
}

/** Reads an existing journal. A missing one is empty. */
export async function replayJournal(path: string, header: JournalHeader): Promise<Replayed> {
  const states = new RowStates();
  let length = 0;
  for await (const line of wholeLines(path)) {
    if (length === 0) checkHeader(line, header, path);
    else applyRecord(line, states, path);
    length += Buffer.byteLength(line) + 1;
  }
  return { states, length };
}

function applyRecord(line: string, states: RowStates, path: string): void {
  const record = parseRecord(line);
  // Continuing without this line could send a row twice.
  if (record === undefined) {
    throw misuse(`${path} is damaged`, 'Restore it, or start over with --journal FILE.');
  }
  if (!('start' in record)) states.settle(record.row, record.outcome, record.reason);
  else if (record.start) states.start(record.row);
  else states.reopen(record.row);
}

function checkHeader(line: string, header: JournalHeader, path: string): void {
  const found = parseHeader(line);
  if (found === undefined) {
    throw misuse(`${path} is not a journal of telecrm ingest`, 'Pass another --journal FILE.');
  }
  const fix = 'Continue with the same file and options, or start over with --journal FILE.';
  if (found.sha256 !== header.sha256) {
    throw misuse(`the file has changed since ${path} was created`, fix);
  }
  if (found.enterpriseId !== header.enterpriseId) {
    throw misuse(`${path} belongs to another enterprise, ${found.enterpriseId}`, fix);
  }
  if (JSON.stringify(found.mapping) !== JSON.stringify(header.mapping)) {
    throw misuse(`columns were sent as other fields when ${path} was created`, fix);
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
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return;
    // Unlike other errors, this one does not contain the path.
    if (code === 'EISDIR') throw misuse(`${path} cannot be used (${code})`, fileErrorFix(code));
    throw error;
  }
}
