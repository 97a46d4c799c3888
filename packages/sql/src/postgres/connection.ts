import pg, { type PoolClient } from 'pg';
import type { Scope, SqlTransaction } from '../database.ts';
import { DatabaseError } from '../database-error.ts';
import type { GroupConnection } from '../group-commit.ts';
import { withSavepoint } from '../savepoint.ts';
import { numberPlaceholders } from '../sql-text.ts';
import { isStalePlan, postgresError } from './postgres-error.ts';
import type { StatementNames } from './statement-names.ts';

/** The isolation level of a transaction. */
export type Isolation = 'READ COMMITTED' | 'SERIALIZABLE' | 'REPEATABLE READ, READ ONLY';

interface ConnectionOptions {
  readonly scope: Scope;
  readonly isolation: Isolation;
  /** The name of the database in messages. */
  readonly place: string;
  /** The names of the statements to prepare, if any. */
  readonly names?: StatementNames | undefined;
}

/** A connection of the pool, for one transaction at a time. */
export function connectionOf(
  client: PoolClient,
  { scope, isolation, place, names }: ConnectionOptions,
): GroupConnection {
  const { lock, settings = {} } = scope;
  let open = false;
  let isBroken = false;
  const query = async (text: string, values: readonly unknown[] = []) => {
    try {
      // Without values, a text may have several statements, which cannot be prepared.
      const name = values.length > 0 ? names?.nameOf(text) : undefined;
      return await client.query({ text, values: [...values], ...(name && { name }) });
    } catch (error) {
      const described = postgresError(error, place);
      const isLost = described instanceof DatabaseError && described.problem === 'unreachable';
      if (isLost || isStalePlan(error)) {
        // The transaction ends with its connection. On a lost one, a rollback would wait as long as the statement that
        // failed; one with a stale plan would fail again.
        isBroken = true;
        open = false;
      }
      throw described;
    }
  };
  const transaction = transactionOf(query);
  return {
    transaction,
    async begin() {
      // All of this takes one round trip. Settings and lock end with the transaction.
      const statements = [`BEGIN ISOLATION LEVEL ${isolation}`];
      for (const [name, value] of Object.entries(settings)) {
        const literals = `${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}`;
        statements.push(`SELECT set_config(${literals}, true)`);
      }
      if (lock !== undefined) statements.push(lockStatement(lock));
      // A plan that was made for a small table is also used after the table has grown.
      if (names) statements.push('SET LOCAL enable_seqscan = off');
      open = true;
      await query(statements.join(';'));
    },
    commit: async () => {
      const { command } = await query('COMMIT');
      open = false;
      // Postgres does so, without an error, if the work ignored that a statement failed.
      if (command === 'ROLLBACK') {
        throw new Error('The transaction was rolled back, because one of its statements failed');
      }
    },
    rollback: async () => {
      await query('ROLLBACK');
      open = false;
    },
    savepoint: async () => void (await query('SAVEPOINT part')),
    releaseSavepoint: async () => void (await query('RELEASE SAVEPOINT part')),
    rollBackToSavepoint: async () =>
      void (await query('ROLLBACK TO SAVEPOINT part;RELEASE SAVEPOINT part')),
    isOpen: () => open,
    end(failure) {
      client.release(isBroken || failure !== undefined);
    },
  };
}

/** The statements of a transaction that has begun. */
export function transactionOf(
  query: (text: string, values?: readonly unknown[]) => Promise<pg.QueryResult>,
): SqlTransaction {
  return {
    // The caller knows the columns of its statement.
    all: async <R extends object>(text: string, values: readonly unknown[] = []) =>
      (await query(numberPlaceholders(text), values)).rows as R[],
    run: async (text, values = []) => (await query(numberPlaceholders(text), values)).rowCount ?? 0,
    savepoint: (work) => withSavepoint(async (text) => void (await query(text)), work),
    lock: async (name) => void (await query(lockStatement(name))),
  };
}

/** Acquires an advisory lock, which is released when the transaction ends. */
export function lockStatement(lock: string): string {
  return `SELECT pg_advisory_xact_lock(hashtextextended(${pg.escapeLiteral(lock)}, 0))`;
}
