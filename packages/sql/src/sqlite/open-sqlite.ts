import { closeSync, openSync } from 'node:fs';
import type { Database, SqlReader, SqlTransaction, SqlValue } from '../database.ts';
import { createGroupCommit, type GroupConnection } from '../group-commit.ts';
import { type MigrationTarget, migrate, readVersion, type Schema } from '../migrations.ts';
import { withSavepoint } from '../savepoint.ts';
import type { SqliteHandle } from './handle.ts';
import { sqliteError } from './sqlite-error.ts';
import { createStatements, type Statements } from './statements.ts';
import { createWriteAheadLog, type WriteAheadLog } from './write-ahead-log.ts';

export interface SqliteOptions {
  /**
   * The file, which is created if it does not exist, or an open handle of `node:sqlite` or `better-sqlite3`, which
   * {@link Database.close} closes.
   */
  readonly file: string | SqliteHandle;
  readonly schema: Schema;
}

/** The name in messages of a database that was passed as a handle. */
const handlePlace = 'the SQLite database';

/** The maximum number of transactions per commit. */
const maxParts = 1000;

/** The maximum time for which a commit waits for as many transactions as the previous one had, in milliseconds. */
const maxWaitMs = 1;

/**
 * Opens an SQLite database in WAL mode. A transaction resolves once it is on disk, for which the thread does not wait.
 * Transactions that wait at the same time share a commit. Only one process can use the file; the operating system
 * releases the lock when that process ends, even by a crash.
 *
 * @throws DatabaseError if the file cannot be used; it is not changed.
 */
export async function openSqlite({ file, schema }: SqliteOptions): Promise<Database> {
  const place = typeof file === 'string' ? file : handlePlace;
  const handle = typeof file === 'string' ? await openHandle(file) : file;
  try {
    const statements = createStatements(handle, schema.cached);
    const connection = connectionOf(handle, statements, place);
    const target: MigrationTarget = {
      dialect: 'sqlite',
      place,
      transaction: connection.transaction,
      execute: async (text) => void handle.exec(text),
    };
    setLocking(handle);
    // Checks before changing anything: not even the journal mode of another program's file is changed.
    await readVersion(schema, target);
    setDurability(handle);
    await connection.begin();
    try {
      await migrate(schema, target);
      await connection.commit();
    } catch (error) {
      if (connection.isOpen()) await connection.rollback();
      throw error;
    }
    statements.settle();
    const log = createWriteAheadLog(handle, place);
    return createDatabase(statements, flushed(connection, log), log);
  } catch (error) {
    handle.close();
    throw sqliteError(error, place);
  }
}

async function openHandle(file: string): Promise<SqliteHandle> {
  const { DatabaseSync } = await import('node:sqlite');
  try {
    createPrivately(file);
    return new DatabaseSync(file);
  } catch (error) {
    throw sqliteError(error, file);
  }
}

/** Creates a file that other users cannot read, unless it exists; SQLite gives its log the same permissions. */
function createPrivately(file: string): void {
  if (file === ':memory:') return;
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch {
    // It exists, or SQLite will report why it cannot be created. An existing file is not opened, which would release
    // SQLite's lock.
  }
}

function setLocking(handle: SqliteHandle): void {
  // A killed process may need a moment to disappear.
  handle.exec('PRAGMA busy_timeout = 500; PRAGMA locking_mode = EXCLUSIVE');
}

function setDurability(handle: SqliteHandle): void {
  // The log keeps at most 64 MB on disk. The data for rolling back savepoints is kept in memory.
  handle.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA journal_size_limit = 67108864;
    PRAGMA temp_store = MEMORY;
  `);
}

/** A connection whose commits are on disk once they resolve. */
function flushed(connection: GroupConnection, log: WriteAheadLog): GroupConnection {
  return {
    ...connection,
    async begin() {
      await log.begin();
      await connection.begin();
    },
    async commit() {
      await connection.commit();
      await log.flush();
    },
  };
}

function createDatabase(
  statements: Statements,
  connection: GroupConnection,
  log: WriteAheadLog,
): Database {
  let onSettled: (() => void)[] = [];
  let closed = false;
  const running = new Set<string>();
  const group = createGroupCommit({
    connect: async () => connection,
    maxParts,
    isConflict: () => false,
    endOfTurn: () => new Promise((resolve) => setImmediate(resolve)),
    maxWaitMs,
    onSettled() {
      statements.settle();
      const reads = onSettled;
      onSettled = [];
      for (const read of reads) read();
    },
  });
  // There is one connection, on which a read during a transaction would see its uncommitted writes.
  const reader: SqlReader = {
    all<R extends object>(text: string, values: readonly SqlValue[] = []) {
      if (!group.isOpen) return connection.transaction.all<R>(text, values);
      // Cached rows were committed before.
      const known = statements.cached(text, values);
      // The caller knows the columns of its statement.
      if (known) return Promise.resolve(known as R[]);
      return new Promise<R[]>((resolve) => {
        onSettled.push(() => resolve(connection.transaction.all<R>(text, values)));
      });
    },
  };
  return {
    dialect: 'sqlite',
    all: reader.all,
    read: (work) => work(reader),
    transaction(work, { isLarge = false } = {}) {
      if (!isLarge) return group.run(work);
      return group.run((transaction) => {
        log.expectLarge();
        return work(transaction);
      });
    },
    async exclusively(name, work) {
      if (running.has(name)) return undefined;
      running.add(name);
      try {
        return { value: await work() };
      } finally {
        running.delete(name);
      }
    },
    async close() {
      await group.settled();
      if (closed) return;
      closed = true;
      log.close();
    },
  };
}

function connectionOf(
  handle: SqliteHandle,
  statements: Statements,
  place: string,
): GroupConnection {
  const attempt = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      throw sqliteError(error, place);
    }
  };
  const execute = async (text: string) => void attempt(() => statements.run(text, []));
  const transaction: SqlTransaction = {
    // The caller knows the columns of its statement.
    all: async <R extends object>(text: string, values: readonly SqlValue[] = []) =>
      attempt(() => statements.all(text, values) as R[]),
    run: async (text, values = []) => attempt(() => statements.run(text, values)),
    savepoint: (work) => withSavepoint(execute, work),
    // All transactions are serialized.
    lock: async () => {},
  };
  return {
    transaction,
    begin: () => execute('BEGIN IMMEDIATE'),
    commit: () => execute('COMMIT'),
    rollback: () => execute('ROLLBACK'),
    savepoint: () => execute('SAVEPOINT part'),
    releaseSavepoint: () => execute('RELEASE part'),
    async rollBackToSavepoint() {
      await execute('ROLLBACK TO part');
      await execute('RELEASE part');
    },
    isOpen: () => handle.isTransaction ?? handle.inTransaction ?? false,
    end() {},
  };
}
