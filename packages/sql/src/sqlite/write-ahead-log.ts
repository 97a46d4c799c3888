import fs from 'node:fs';
import { DatabaseError } from '../database-error.ts';
import type { SqliteHandle } from './handle.ts';

/** The write-ahead log of a database in a file. */
export interface WriteAheadLog {
  /** Called before each transaction. Moves the pages of the log to the database if that is due. */
  begin(): Promise<void>;
  /** Lets the open transaction write to the log while it runs, because it is large. */
  expectLarge(): void;
  /** Resolves once all commits are on disk. */
  flush(): Promise<void>;
  /** Closes the log and the database. */
  close(): void;
}

/** The cache in kB: large enough for the pages that most writes change, or small, which fills and is written early. */
const cacheSizes = { large: 65_536, small: 4096 };

/** If the disk responds faster than this, a flush in this thread is cheaper than one in the pool. In milliseconds. */
const fastMs = 0.3;

/** When a checkpoint is due. */
export interface CheckpointOptions {
  /**
   * The minimum time since the last one, in milliseconds.
   *
   * @default 1000
   */
  readonly intervalMs?: number;
  /**
   * The minimum size of the log, in bytes.
   *
   * @default 4_194_304
   */
  readonly minSize?: number;
}

/**
 * Flushes the files of a database in WAL mode from the thread pool, so that the event loop does not wait for the disk.
 * SQLite itself would flush the log within `COMMIT`, and both files within a checkpoint. The order is the same, and with
 * it what survives a power failure:
 *
 * - A commit is acknowledged after the log has been flushed.
 * - A checkpoint copies pages that have been flushed to the log. The next transaction, which may overwrite the log,
 *   begins after the database has been flushed.
 *
 * After a failed flush, it is unknown what is on disk; therefore all later ones fail, too.
 *
 * @param place The name of the database in messages.
 */
export function createWriteAheadLog(
  handle: SqliteHandle,
  place: string,
  { intervalMs = 1000, minSize = 4 * 2 ** 20 }: CheckpointOptions = {},
): WriteAheadLog {
  const file = fileOf(handle);
  if (file === undefined) return nothingToFlush(handle);
  handle.exec(
    'PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_spill = 500',
  );
  const log = fs.openSync(`${file}-wal`, 'r+');
  const database = fs.openSync(file, 'r+');
  let failure: DatabaseError | undefined;
  let lastCheckpoint = performance.now();
  let lastLogFlushMs = Number.POSITIVE_INFINITY;
  let isLarge = false;

  const setLarge = (value: boolean) => {
    isLarge = value;
    handle.exec(`PRAGMA cache_size = -${cacheSizes[isLarge ? 'small' : 'large']}`);
  };
  setLarge(false);

  const flushInPool = (descriptor: number) =>
    new Promise<void>((resolve, reject) =>
      fs.fdatasync(descriptor, (error) => (error ? reject(error) : resolve())),
    );

  const flush = async (descriptor: number) => {
    if (failure) throw failure;
    const began = performance.now();
    try {
      const isFast = descriptor === log && lastLogFlushMs < fastMs && !isLarge;
      if (isFast) fs.fdatasyncSync(descriptor);
      else await flushInPool(descriptor);
    } catch (error) {
      const problem = `${place} cannot be written to the disk: check the disk, then start again`;
      failure = new DatabaseError('damaged', problem, { cause: error });
      throw failure;
    }
    if (descriptor === log) lastLogFlushMs = performance.now() - began;
  };

  /** Returns whether all pages of the log are in the database, which is not flushed yet. */
  const copyPages = (): boolean => {
    handle.exec('PRAGMA synchronous = OFF');
    try {
      handle.exec('PRAGMA wal_checkpoint(PASSIVE)');
      return true;
    } catch {
      // On a full disk, the log still has everything.
      return false;
    } finally {
      handle.exec('PRAGMA synchronous = NORMAL');
    }
  };

  return {
    flush: () => flush(log),
    expectLarge: () => setLarge(true),
    async begin() {
      if (failure) throw failure;
      if (isLarge) setLarge(false);
      if (performance.now() - lastCheckpoint < intervalMs) return;
      lastCheckpoint = performance.now();
      if (fs.fstatSync(log).size < minSize) return;
      if (copyPages()) await flush(database);
    },
    close() {
      fs.closeSync(log);
      handle.close();
      // Closing it earlier would release the locks of SQLite, which belong to the process.
      fs.closeSync(database);
    },
  };
}

/** For a database in memory, or one that SQLite flushes within each commit. */
function nothingToFlush(handle: SqliteHandle): WriteAheadLog {
  return {
    begin: async () => {},
    expectLarge: () => {},
    flush: async () => {},
    close: () => void handle.close(),
  };
}

/** The path of a database in WAL mode; `undefined` if it has no log, for example in memory. */
function fileOf(handle: SqliteHandle): string | undefined {
  const [row] = handle
    .prepare(
      `SELECT file, journal_mode FROM pragma_database_list, pragma_journal_mode WHERE name = 'main'`,
    )
    .all();
  const { file, journal_mode } = Object(row);
  return journal_mode === 'wal' && typeof file === 'string' && file !== '' ? file : undefined;
}
