import { setTimeout } from 'node:timers/promises';
import {
  type IngestionWork,
  type ProcessResult,
  stringifyInSlices,
} from '@telecrm/sandbox/storage';
import { type Database, DatabaseError, type DialectName, type SqlTransaction } from '@telecrm/sql';
import { enter, lockOf, type Place, scopeOf } from '../workspaces/place.ts';
import { storeWithin } from '../workspaces/workspace-store.ts';
import { evictOldest } from './evict-oldest.ts';
import { writeOutcome } from './outcome-rows.ts';

/** The maximum number of bodies per transaction, for which other writes to the workspace wait. */
const maxBodies = 10;

/** The time that a call waits if another one is processing, in milliseconds. */
const busyMs = 10;

interface QueuedRow {
  seq: number;
  id: string;
  received_at: number;
  due_at: number;
  body: string;
  weight: number;
}

interface Options {
  readonly dueBefore: number;
  readonly limit: number;
}

/** Processes queued bodies that are due, in order. Only one process does so at a time for each workspace. */
export async function processQueue(
  database: Database,
  enterpriseId: string,
  options: Options,
  work: IngestionWork,
): Promise<ProcessResult> {
  const done = await database.exclusively(`queue of ${lockOf(enterpriseId)}`, () =>
    processDue(database, enterpriseId, options, work),
  );
  if (done) return done.value;
  await setTimeout(busyMs);
  return { processed: 0, nextDueAt: null, isBusy: true };
}

async function processDue(
  database: Database,
  enterpriseId: string,
  { dueBefore, limit }: Options,
  work: IngestionWork,
): Promise<ProcessResult> {
  let processed = 0;
  for (;;) {
    const count = Math.min(maxBodies, limit - processed);
    const part = await database.transaction(
      (transaction) =>
        processSome(transaction, database.dialect, enterpriseId, { dueBefore, limit: count }, work),
      scopeOf(enterpriseId),
    );
    processed += part.processed;
    // Earlier bodies are committed; this one and later ones remain queued.
    if (part.failure) throw part.failure.error;
    if (part.processed < maxBodies || processed >= limit) {
      return { processed, nextDueAt: part.nextDueAt, isBusy: false };
    }
  }
}

interface PartResult {
  readonly processed: number;
  readonly nextDueAt: number | null;
  readonly failure?: { readonly error: unknown };
}

async function processSome(
  transaction: SqlTransaction,
  dialect: DialectName,
  enterpriseId: string,
  { dueBefore, limit }: Options,
  work: IngestionWork,
): Promise<PartResult> {
  const place = await enter(transaction, dialect, enterpriseId);
  if (place === undefined) return { processed: 0, nextDueAt: null };
  // One more than is processed, to find out when the next one is due.
  const rows = await transaction.all<QueuedRow>(
    `SELECT seq, id, received_at, due_at, body, weight FROM ingestion
     WHERE store = ? AND outcome IS NULL ORDER BY seq LIMIT ?`,
    [place.history, limit + 1],
  );
  const store = storeWithin(transaction, dialect, place.content);
  let processed = 0;
  let addedWeight = 0;
  let failure: PartResult['failure'];
  for (const row of rows.slice(0, limit)) {
    if (row.due_at > dueBefore) break;
    try {
      addedWeight += await transaction.savepoint(() =>
        processOne(transaction, place, row, work, store),
      );
      processed++;
    } catch (error) {
      failure = { error };
      break;
    }
  }
  const next = rows[processed];
  if (processed > 0) {
    await transaction.run(
      `UPDATE workspace SET queued = queued - ?, ingestion_weight = ingestion_weight + ?,
         next_due_at = ?, queued_since = ? WHERE number = ?`,
      [processed, addedWeight, next?.due_at ?? null, next?.received_at ?? null, place.number],
    );
    await evictOldest(transaction, place);
  }
  return { processed, nextDueAt: next?.due_at ?? null, ...(failure && { failure }) };
}

/** Processes one body. Returns the increase of its size. */
async function processOne(
  transaction: SqlTransaction,
  { history }: Place,
  row: QueuedRow,
  work: IngestionWork,
  store: Store,
): Promise<number> {
  const { seq, id, received_at, body, weight } = row;
  const ingestion = { id, receivedAt: received_at, body: JSON.parse(body), weight };
  const done = await withoutFailures(store, (watched) => work(ingestion, watched));
  const after = Math.round(done.weight);
  const outcome = await writeOutcome(transaction, history, seq, done.outcome);
  await transaction.run(
    'UPDATE ingestion SET outcome = ?, body = ?, weight = ? WHERE store = ? AND seq = ?',
    [...[outcome, await stringifyInSlices(done.body ?? null), after], ...[history, seq]],
  );
  return after - weight;
}

type Store = Parameters<IngestionWork>[1];

/** Rejects if the database failed, even if the work handles that: the body must be processed again. */
async function withoutFailures<T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> {
  const failures: unknown[] = [];
  const result = await work({
    ...store,
    transaction: (part) =>
      store.transaction(part).catch((error: unknown) => {
        if (error instanceof DatabaseError) failures.push(error);
        throw error;
      }),
  });
  if (failures.length > 0) throw failures[0];
  return result;
}
