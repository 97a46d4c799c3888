import type { LocalRateLimits, PartnerRateLimitStorage, RateLimit } from '@telecrm/sandbox/storage';
import type { Database, SqlTransaction } from '@telecrm/sql';
import { enter, enterPartner, partnerRateLockOf, rateLockOf } from '../workspaces/place.ts';

/** The number of groups per period: the requests of a group are counted together. */
const resolution = 60;

/** It need not be durable: a crash of the server may lose it. */
const settings = { synchronous_commit: 'off' } as const;

/**
 * The rate limits in Postgres, shared by all processes. A reset gives a workspace another store, which starts at zero.
 */
export function createSharedRateLimits(database: Database): LocalRateLimits {
  const { dialect } = database;
  return {
    take: (enterpriseId, limit) =>
      database.transaction(
        async (transaction) => {
          const place = await enter(transaction, dialect, enterpriseId);
          return place ? take(transaction, place.history, limit) : 0;
        },
        { lock: rateLockOf(enterpriseId), settings },
      ),
    discard: () => {},
  };
}

/** The rate limits of partners in Postgres, shared by all processes. */
export function createSharedPartnerRateLimits(database: Database): PartnerRateLimitStorage {
  return {
    take: (partnerId, limit) =>
      database.transaction(
        async (transaction) => {
          const store = await enterPartner(transaction, partnerId);
          return store === undefined ? 0 : take(transaction, store, limit);
        },
        { lock: partnerRateLockOf(partnerId), settings },
      ),
  };
}

async function take(
  transaction: SqlTransaction,
  store: number,
  { name, requests, seconds }: RateLimit,
): Promise<number> {
  const at = Date.now() / 1000;
  const since = at - seconds;
  const group = seconds / resolution;
  const first = Math.floor(at / group) * group;
  const counted = await transaction.run(
    `INSERT INTO rate_window (store, name, first, last, count)
     SELECT ?::bigint, ?::text, ?::double precision, ?::double precision, 1
     WHERE (SELECT COALESCE(SUM(count), 0) FROM rate_window WHERE store = ? AND name = ? AND last > ?) < ?
     ON CONFLICT (store, name, first)
     DO UPDATE SET last = excluded.last, count = rate_window.count + 1`,
    [store, name, first, at, store, name, since, requests],
  );
  if (counted > 0) {
    await transaction.run('DELETE FROM rate_window WHERE store = ? AND name = ? AND last <= ?', [
      ...[store, name, since],
    ]);
    return 0;
  }
  const [oldest] = await transaction.all<{ last: number | null }>(
    'SELECT MIN(last) AS last FROM rate_window WHERE store = ? AND name = ? AND last > ?',
    [store, name, since],
  );
  return Math.max(1, Math.ceil(seconds - (at - (oldest?.last ?? at))));
}
