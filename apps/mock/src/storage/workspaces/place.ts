import type { Database, DialectName, Scope, SqlReader, SqlTransaction } from '@telecrm/sql';
import { keyOf } from '../tables/text.ts';

/** The numbers of a workspace and its stores. */
export interface Place {
  readonly number: number;
  /** The store of its leads, timelines, team and options. */
  readonly content: number;
  /** The store of its ingestions, faults and requests. */
  readonly history: number;
}

/** Transactions on the same workspace are serialized, whatever they change. */
export function scopeOf(enterpriseId: string): Scope {
  return { lock: lockOf(enterpriseId) };
}

export function lockOf(enterpriseId: string): string {
  return `workspace ${keyOf(enterpriseId)}`;
}

/** The lock of the counted requests of a workspace, which do not wait for its transactions. */
export function rateLockOf(enterpriseId: string): string {
  return `rates of ${lockOf(enterpriseId)}`;
}

/** The lock of the counted calls of a partner. */
export function partnerRateLockOf(partnerId: string): string {
  return `rates of partner ${partnerId}`;
}

const condition = "enterprise_key = ? AND state <> 'expired'";

/** Finds the numbers of a workspace. An expired one has no content, and nothing can be added to it. */
export const findPlace: Readonly<Record<DialectName, string>> = {
  sqlite: `SELECT number, content, history FROM workspace WHERE ${condition}`,
  postgres: `SELECT number, content, history, ${set('telecrm.store', 'content::text')},
      ${set('telecrm.history', 'history::text')}, ${set('telecrm.source', "''")}
    FROM workspace WHERE ${condition}`,
};

/**
 * Finds a workspace that has not expired. From then on, this transaction sees the rows of its stores; on Postgres only those.
 */
export async function enter(
  reader: SqlReader,
  dialect: DialectName,
  enterpriseId: string,
): Promise<Place | undefined> {
  const [place] = await reader.all<Place>(findPlace[dialect], [keyOf(enterpriseId)]);
  return place;
}

/**
 * Finds the store of a partner's counted calls. From then on, this transaction of Postgres sees its rows.
 */
export async function enterPartner(
  reader: SqlReader,
  partnerId: string,
): Promise<number | undefined> {
  const [partner] = await reader.all<{ seq: number }>(
    `SELECT seq, ${set('telecrm.history', 'seq::text')} FROM partner WHERE id = ?`,
    [partnerId],
  );
  return partner?.seq;
}

/** Runs a transaction in a workspace. Resolves to `undefined` if there is no such workspace. */
export function changeWithin<T>(
  database: Database,
  enterpriseId: string,
  work: (transaction: SqlTransaction, place: Place) => Promise<T>,
  options: Pick<Scope, 'isLarge'> = {},
): Promise<T | undefined> {
  return database.transaction(
    async (transaction) => {
      const place = await enter(transaction, database.dialect, enterpriseId);
      return place && work(transaction, place);
    },
    { ...scopeOf(enterpriseId), ...options },
  );
}

/** Lets a transaction see the rows of other stores. */
export async function see(
  reader: SqlReader,
  dialect: DialectName,
  stores: { readonly content?: number; readonly history?: number; readonly source?: number },
): Promise<void> {
  if (dialect !== 'postgres') return;
  const { content, history, source } = stores;
  for (const [name, store] of [
    ['telecrm.store', content],
    ['telecrm.history', history],
    ['telecrm.source', source],
  ] as const) {
    if (store === undefined) continue;
    await reader.all('SELECT set_config(?, ?, true)', [name, String(store)]);
  }
}

function set(name: string, value: string): string {
  return `set_config('${name}', ${value}, true)`;
}
