import type { CreationStorage } from '@telecrm/sandbox/storage';
import type { Database } from '@telecrm/sql';
import { serverTime } from './server-clock.ts';

/** All callers are serialized, like the inserts of their workspaces. */
const allCreations = { lock: 'creations' };

/**
 * Counts created workspaces in a database: a row for each, as long as it is counted. It survives a restart, and does not
 * depend on the clocks of several processes.
 */
export function createSqlCreations(database: Database): CreationStorage {
  return {
    take: (caller, { requests, seconds }) =>
      database.transaction(async (transaction) => {
        const now = await serverTime(transaction, database.dialect);
        const period = seconds * 1000;
        await transaction.run('DELETE FROM creation WHERE at <= ?', [now - period]);
        // The clock was ahead. Otherwise they would be counted until it arrives there.
        await transaction.run('UPDATE creation SET at = ? WHERE at > ?', [now, now]);
        const [blocking] = await transaction.all<{ at: number }>(
          'SELECT at FROM creation WHERE caller = ? ORDER BY at DESC LIMIT 1 OFFSET ?',
          [caller, requests - 1],
        );
        if (blocking) return Math.max(1, Math.ceil((blocking.at + period - now) / 1000));
        await transaction.run(
          `INSERT INTO creation (caller, seq, at)
           VALUES (?, (SELECT COALESCE(MAX(seq), 0) + 1 FROM creation WHERE caller = ?), ?)`,
          [caller, caller, now],
        );
        return 0;
      }, allCreations),

    async deleteExpired(seconds) {
      await database.transaction(async (transaction) => {
        const now = await serverTime(transaction, database.dialect);
        await transaction.run('DELETE FROM creation WHERE at <= ?', [now - seconds * 1000]);
      }, allCreations);
    },

    async giveBack(caller) {
      await database.transaction(
        (transaction) =>
          transaction.run(
            `DELETE FROM creation WHERE caller = ?
             AND seq = (SELECT MAX(seq) FROM creation WHERE caller = ?)`,
            [caller, caller],
          ),
        allCreations,
      );
    },
  };
}
