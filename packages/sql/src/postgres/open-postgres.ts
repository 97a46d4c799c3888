import { Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { Database, Scope, SqlValue } from '../database.ts';
import { createGroupCommit, type GroupCommit } from '../group-commit.ts';
import { migrate, type Schema } from '../migrations.ts';
import { numberPlaceholders } from '../sql-text.ts';
import { connectionOf, type Isolation, lockStatement, transactionOf } from './connection.ts';
import { createExclusiveWork } from './exclusive-work.ts';
import { placeOf } from './place.ts';
import { isConflict, postgresError } from './postgres-error.ts';
import { createStatementNames, type StatementNames } from './statement-names.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:5432/database`, with the parameters of libpq. */
  readonly url: string;
  readonly schema: Schema;
  /**
   * The maximum number of connections of this process, without the one for locks.
   *
   * @default 10
   */
  readonly connections?: number;
  /**
   * The maximum time for the response to a statement, in milliseconds. After that, its connection counts as broken: the
   * server hangs, or the network loses all packets. Migrations have no limit.
   *
   * @default 30_000
   */
  readonly statementMs?: number;
}

/** The maximum time to close connections to a server that does not respond, in milliseconds. */
const closeMs = 1000;

/** The maximum number of transactions per commit; Postgres caches 64 savepoints of a transaction in memory. */
const maxParts = 50;

/** Eight-byte integers as numbers: times, counts and sequence numbers are below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
};

/**
 * Opens a Postgres database, whose tables are in a separate schema. Any number of processes may use it.
 *
 * @throws DatabaseError if it cannot be used.
 */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const { url, schema, connections = 10, statementMs = 30_000 } = options;
  const place = placeOf(url);
  const sockets = new Set<Socket>();
  const settings: pg.PoolConfig = {
    connectionString: url,
    application_name: schema.name,
    types,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // Releases the locks of a process that stops in the middle of a transaction.
    idle_in_transaction_session_timeout: 10_000,
    stream() {
      const socket = new Socket();
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      return socket;
    },
    async onConnect(client) {
      await prepareSession(client, schema);
    },
  };
  const limited = { ...settings, query_timeout: statementMs };
  const pool = new pg.Pool({ ...limited, max: connections });
  const session = new pg.Pool({ ...limited, max: 1, idleTimeoutMillis: 0 });
  // The pool replaces idle connections that break.
  pool.on('error', () => {});
  session.on('error', () => {});
  try {
    await prepare(new pg.Client(settings), schema, place);
  } catch (error) {
    throw postgresError(error, place);
  }
  const destroyConnections = () => {
    for (const socket of sockets) socket.destroy();
  };
  return createDatabase({ pool, session, place, destroyConnections });
}

/**
 * Sets up a new connection. Postgres then notices within seconds if this process has disappeared without closing it, and
 * releases its locks; by default, that takes two hours.
 */
async function prepareSession(client: pg.ClientBase, { name }: Schema): Promise<void> {
  // A running statement rejects when its connection breaks; otherwise the error is irrelevant.
  client.on('error', () => {});
  await client.query(
    `SET search_path = ${name};
     SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3`,
  );
}

/** Creates or updates the tables; processes that start concurrently do so sequentially. */
async function prepare(client: pg.Client, schema: Schema, place: string): Promise<void> {
  try {
    await client.connect();
    await prepareSession(client, schema);
    await client.query(`BEGIN;${lockStatement(`migrate ${schema.name}`)}`);
    const { rows } = await client.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [
      schema.name,
    ]);
    if (rows.length === 0) await client.query(`CREATE SCHEMA ${schema.name}`);
    await migrate(schema, {
      dialect: 'postgres',
      place,
      transaction: transactionOf((text, values) => client.query(text, values && [...values])),
      execute: async (text) => void (await client.query(text)),
    });
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

interface Connections {
  readonly pool: pg.Pool;
  /** A pool with the connection for locks. */
  readonly session: pg.Pool;
  readonly place: string;
  /** Closes all connections without waiting for the server. */
  destroyConnections(): void;
}

function createDatabase({ pool, session, place, destroyConnections }: Connections): Database {
  /** By lock and settings, or by a separate key for a transaction without a lock. */
  const groups = new Map<string | symbol, GroupCommit>();
  // For writes, which have the same plan whatever their values are; that of a search depends on them.
  const writeNames = createStatementNames();
  let closing: Promise<void> | undefined;

  const connect = async (scope: Scope, isolation: Isolation, names?: StatementNames) => {
    try {
      return connectionOf(await pool.connect(), { scope, isolation, place, names });
    } catch (error) {
      throw postgresError(error, place);
    }
  };

  const createGroup = (scope: Scope) =>
    createGroupCommit({
      connect: () =>
        connect(scope, scope.lock === undefined ? 'SERIALIZABLE' : 'READ COMMITTED', writeNames),
      maxParts: scope.lock === undefined ? 1 : maxParts,
      isConflict,
      // Other parts have had time to arrive during the round trips.
      endOfTurn: async () => {},
    });

  const endAll = async () => {
    await Promise.all([...groups.values()].map((group) => group.settled()));
    await Promise.all([pool.end(), session.end()]);
  };

  const removeWhenIdle = async (key: string | symbol, group: GroupCommit) => {
    // A transaction may begin in the moment before this function continues.
    while (!group.isIdle) await group.settled();
    groups.delete(key);
  };

  return {
    dialect: 'postgres',
    // The caller knows the columns of its statement.
    async all<R extends object>(text: string, values: readonly SqlValue[] = []) {
      try {
        return (await pool.query(numberPlaceholders(text), [...values])).rows as R[];
      } catch (error) {
        throw postgresError(error, place);
      }
    },
    async read(work, scope = {}) {
      const connection = await connect(scope, 'REPEATABLE READ, READ ONLY');
      try {
        await connection.begin();
        const result = await work(connection.transaction);
        // A transaction without writes need not wait for its end.
        void connection.commit().then(
          () => connection.end(),
          (error) => connection.end(error),
        );
        return result;
      } catch (error) {
        connection.end(error);
        throw error;
      }
    },
    async transaction(work, scope = {}) {
      const { lock, settings } = scope;
      const key = lock === undefined ? Symbol() : JSON.stringify([lock, settings]);
      const group = groups.get(key) ?? createGroup(scope);
      if (!groups.has(key)) {
        groups.set(key, group);
        // Its first transaction has been added by then.
        void Promise.resolve().then(() => removeWhenIdle(key, group));
      }
      return group.run(work);
    },
    exclusively: createExclusiveWork(session, place),
    close() {
      closing ??= Promise.race([endAll(), setTimeout(closeMs, undefined, { ref: false })]).then(
        destroyConnections,
      );
      return closing;
    },
  };
}
