import { DatabaseError, type DatabaseProblem } from '../database-error.ts';

/** The primary result codes of SQLite with a message for the person who has named the file. */
const codes: Readonly<Record<number, string>> = {
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  26: 'SQLITE_NOTADB',
};

const problems: Readonly<Record<string, readonly [DatabaseProblem, string]>> = {
  SQLITE_BUSY: ['in-use', 'is used by another process: stop that one, or choose another file'],
  SQLITE_LOCKED: ['in-use', 'is used by another process: stop that one, or choose another file'],
  SQLITE_READONLY: [
    'not-writable',
    'cannot be written: choose a file that this user can write, in a folder that it can write to',
  ],
  SQLITE_CANTOPEN: [
    'not-writable',
    'cannot be opened: choose a file that this user can read and write, in a folder that it can write to',
  ],
  SQLITE_FULL: ['disk-full', 'cannot grow, as the disk is full: free some space'],
  SQLITE_IOERR: ['damaged', 'cannot be read or written: check the disk'],
  SQLITE_CORRUPT: ['damaged', 'is damaged: restore it from a backup, or choose another file'],
  SQLITE_NOTADB: ['not-ours', 'is not an SQLite database: choose another file'],
};

/** Converts an error of SQLite to a message about the file; other errors are returned unchanged. */
export function sqliteError(error: unknown, place: string): unknown {
  const code = sqliteCode(error);
  const known = code === undefined ? undefined : problems[code];
  if (known === undefined) return error;
  const [problem, text] = known;
  return new DatabaseError(problem, `${place} ${text}`, { cause: error });
}

/** The primary result code of an error of `node:sqlite` or of `better-sqlite3`. */
function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('errcode' in error && typeof error.errcode === 'number') return codes[error.errcode & 0xff];
  if (!('code' in error) || typeof error.code !== 'string') return undefined;
  const { code } = error;
  return Object.keys(problems).find((name) => code === name || code.startsWith(`${name}_`));
}
