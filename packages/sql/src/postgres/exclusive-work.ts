import type pg from 'pg';
import type { Database } from '../database.ts';

/**
 * Work that one process does at a time, by advisory locks of a session, which end with it.
 *
 * @param session A pool of one connection, which all locks of this process share.
 */
export function createExclusiveWork(session: pg.Pool): Database['exclusively'] {
  // A session can take its own locks again.
  const held = new Set<string>();
  return async (name, work) => {
    if (held.has(name)) return undefined;
    held.add(name);
    try {
      if (!(await call('pg_try_advisory_lock', name))) return undefined;
      try {
        return { value: await work() };
      } finally {
        // If the session has broken, its locks have ended with it.
        await call('pg_advisory_unlock', name).catch(() => false);
      }
    } finally {
      held.delete(name);
    }
  };

  async function call(lock: string, name: string): Promise<boolean> {
    const { rows } = await session.query(`SELECT ${lock}(hashtextextended($1, 1)) AS done`, [name]);
    return rows[0]?.done === true;
  }
}
