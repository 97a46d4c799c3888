import { DatabaseSync } from 'node:sqlite';
import type { SqliteHandle } from '../sqlite/handle.ts';

/** A handle of a file, with the texts of the prepared statements that were run on it, in order. */
export interface RecordedHandle extends SqliteHandle {
  readonly ran: string[];
}

export function openRecordedHandle(file: string): RecordedHandle {
  const handle = new DatabaseSync(file);
  const ran: string[] = [];
  return {
    ran,
    exec: (text) => handle.exec(text),
    close: () => handle.close(),
    get isTransaction() {
      return handle.isTransaction;
    },
    prepare(text) {
      const statement = handle.prepare(text);
      return {
        all(...values: (string | number)[]) {
          ran.push(text);
          return statement.all(...values);
        },
        run(...values: (string | number)[]) {
          ran.push(text);
          return statement.run(...values);
        },
      };
    },
  };
}
