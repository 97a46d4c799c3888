import type pg from 'pg';
import type { Database } from '../database.ts';
import { postgresError } from './postgres-error.ts';

/**
 * Runs exclusive work with advisory locks of a session, which end with it.
 *
 * @param session A pool with one connection, which all locks of this process share.
 * @param place The name of the database in messages.
 */
export function createExclusiveWork(session: pg.Pool, place: string): Database['exclusively'] {
  // A session could acquire its own lock again.
  const running = new Set<string>();
  return async (name, work) => {
    if (running.has(name)) return undefined;
    running.add(name);
    try {
      if (!(await call('pg_try_advisory_lock', name))) return undefined;
      try {
        return { value: await work() };
      } finally {
        // If the session has broken, its locks have ended with it.
        await call('pg_advisory_unlock', name).catch(() => false);
      }
    } finally {
      running.delete(name);
    }
  };

  async function call(lock: string, name: string): Promise<boolean> {
    try {
      const text = `SELECT ${lock}(hashtextextended($1, 1)) AS done`;
      const { rows } = await session.query(text, [name]);
      return rows[0]?.done === true;
    } catch (error) {
      throw postgresError(error, place);
    }
  }
}
