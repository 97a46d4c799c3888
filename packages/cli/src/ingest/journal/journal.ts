import { type FileHandle, open } from 'node:fs/promises';
import { describeFileError } from '../../files/file-error.ts';
import { createAppender } from './append.ts';
import { acquireLock } from './lock.ts';
import { type JournalHeader, recordLine } from './record.ts';
import { replayJournal } from './replay.ts';
import type { Outcome, RowStates } from './states.ts';

/**
 * The outcome of each row, on disk. The file is append-only and synced before a write is acknowledged, so it survives a
 * `kill -9` and a loss of power.
 */
export interface Journal extends AsyncDisposable {
  readonly states: RowStates;
  /** Whether an earlier run created it. */
  readonly isResumed: boolean;
  /** Records that a row is about to be sent. Resolves once that is on disk. */
  start(row: number): Promise<void>;
  /** Records that a row was not sent after all. */
  reopen(row: number): Promise<void>;
  /** Records the outcome of a row. Resolves once that is on disk. */
  settle(row: number, outcome: Outcome, reason?: string): Promise<void>;
}

/** The reason for not resending a row whose actions were in flight. */
export const interruptedReason =
  'its actions were in flight when an earlier run ended, so telecrm may have stored them: check the lead before you send the row again';

/**
 * Opens or creates the journal of a file. Rows that were in flight when it ended are settled as unknown.
 *
 * @param name The name of the journal in messages.
 */
export async function openJournal(
  path: string,
  header: JournalHeader,
  name = path,
): Promise<Journal> {
  const unlock = await acquireLock(path, name);
  let file: FileHandle | undefined;
  async function close(): Promise<void> {
    await file?.close();
    await unlock();
  }
  try {
    const { states, length } = await replayJournal(path, header, name);
    file = await open(path, 'a');
    await file.truncate(length);
    const append = createAppender(file);
    const settle = (row: number, outcome: Outcome, reason = '') => {
      states.settle(row, outcome, reason);
      return append(recordLine({ row, outcome, reason }));
    };
    if (length === 0) await append(`${JSON.stringify(header)}\n`);
    const started = [...states.started()];
    await Promise.all(started.map((row) => settle(row, 'unknown', interruptedReason)));
    return {
      states,
      isResumed: length > 0,
      settle,
      start(row) {
        states.start(row);
        return append(recordLine({ row, start: true }));
      },
      reopen(row) {
        states.reopen(row);
        return append(recordLine({ row, start: false }));
      },
      async [Symbol.asyncDispose]() {
        // Wait for pending writes.
        await append('').catch(() => undefined);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw describeFileError(error, name, 'cannot be used');
  }
}
