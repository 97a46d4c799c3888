import { closeSync, openSync } from 'node:fs';
import type { Database, SqlReader, SqlTransaction, SqlValue } from '../database.ts';
import { createGroupCommit, type GroupConnection } from '../group-commit.ts';
import { type MigrationTarget, migrate, readVersion, type Schema } from '../migrations.ts';
import { withSavepoint } from '../savepoint.ts';
import type { SqliteHandle } from './handle.ts';
import { sqliteError } from './sqlite-error.ts';
import { createStatements, type Statements } from './statements.ts';

export interface SqliteOptions {
  /**
   * The file, which is created if it does not exist, or an open handle of `node:sqlite` or `better-sqlite3`, which
   * {@link Database.close} closes.
   */
  readonly file: string | SqliteHandle;
  readonly schema: Schema;
}

/** How messages name a database that was passed as a handle. */
const handlePlace = 'the SQLite database';

/** How many transactions share a commit at most. */
const maxParts = 1000;

/**
 * Opens an SQLite database in WAL mode, in which a commit is on disk once it returns (`synchronous=FULL`). Transactions
 * that come in one turn of the event loop share a commit. Only one process can use the file; the operating system releases
 * the lock when that process ends, however it ends.
 *
 * @throws DatabaseError if the file cannot be used; the file is left as it is.
 */
export async function openSqlite({ file, schema }: SqliteOptions): Promise<Database> {
  const place = typeof file === 'string' ? file : handlePlace;
  const handle = typeof file === 'string' ? await openHandle(file) : file;
  try {
    const statements = createStatements(handle, schema.remembered);
    const connection = connectionOf(handle, statements, place);
    const target: MigrationTarget = {
      dialect: 'sqlite',
      place,
      transaction: connection.transaction,
      execute: async (text) => void handle.exec(text),
    };
    setLocking(handle);
    // Looks before it changes anything: a file of another program keeps even its journal mode.
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
    return createDatabase(handle, statements, connection);
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

/** Creates a file that other users cannot read, unless it exists; SQLite gives its log the same rights. */
function createPrivately(file: string): void {
  if (file === ':memory:') return;
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch {
    // It exists, or SQLite says why it cannot be created. An existing one is not opened, which would release SQLite's lock.
  }
}

function setLocking(handle: SqliteHandle): void {
  // A process that has just been killed may take a moment to disappear.
  handle.exec('PRAGMA busy_timeout = 500; PRAGMA locking_mode = EXCLUSIVE');
}

function setDurability(handle: SqliteHandle): void {
  // The cache (64 MB) holds the pages that most writes change. A large transaction writes to the log as it goes on, so that
  // its commit has little left to do. They go from the log (32 MB, then up to 64 MB on disk) to the
  // file rarely, as each time takes longer than many commits. What savepoints would restore is kept in memory.
  handle.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA cache_size = -65536;
    PRAGMA cache_spill = 1000;
    PRAGMA wal_autocheckpoint = 8000;
    PRAGMA journal_size_limit = 67108864;
    PRAGMA temp_store = MEMORY;
  `);
}

function createDatabase(
  handle: SqliteHandle,
  statements: Statements,
  connection: GroupConnection,
): Database {
  let onSettled: (() => void)[] = [];
  let closed = false;
  const held = new Set<string>();
  const group = createGroupCommit({
    connect: async () => connection,
    maxParts,
    isConflict: () => false,
    endOfTurn: () => new Promise((resolve) => setImmediate(resolve)),
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
      // What is remembered was committed before.
      const known = statements.remembered(text, values);
      // What a statement returns is known to those who wrote it.
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
    transaction: (work) => group.run(work),
    async exclusively(name, work) {
      if (held.has(name)) return undefined;
      held.add(name);
      try {
        return { value: await work() };
      } finally {
        held.delete(name);
      }
    },
    async close() {
      await group.settled();
      if (closed) return;
      closed = true;
      handle.close();
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
    // What a statement returns is known to those who wrote it.
    all: async <R extends object>(text: string, values: readonly SqlValue[] = []) =>
      attempt(() => statements.all(text, values) as R[]),
    run: async (text, values = []) => attempt(() => statements.run(text, values)),
    savepoint: (work) => withSavepoint(execute, work),
    // All transactions run one after the other.
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
