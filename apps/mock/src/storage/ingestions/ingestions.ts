import { type IngestionRecord, type IngestionStorage, retention } from '@telecrm/sandbox/storage';
import type { Database, SqlReader } from '@telecrm/sql';
import { yieldToEventLoop } from '@telecrm/workspace/store';
import { enter, scopeOf } from '../workspaces/place.ts';
import { findWorkspace } from '../workspaces/rows.ts';
import { addIngestion } from './add-ingestion.ts';
import { readOutcome } from './outcome-rows.ts';
import { processQueue } from './process-queue.ts';
import { watchQueues } from './watch-queues.ts';

/** A heavier body is read and parsed on its own, because that takes milliseconds. In bytes. */
const maxBatchedWeight = 50_000;

interface ListedRow {
  seq: number;
  id: string;
  received_at: number;
  body: string;
  outcome: string | null;
  weight: number;
}

/** The queues of all workspaces in a database. */
export function createSqlIngestions(database: Database): IngestionStorage {
  const { dialect } = database;
  return {
    add: (enterpriseId, ingestion, limit = Number.POSITIVE_INFINITY) =>
      database.transaction(
        (transaction) => addIngestion(transaction, dialect, enterpriseId, ingestion, limit),
        scopeOf(enterpriseId),
      ),

    list: (enterpriseId, { skip, limit }) =>
      database.read(async (reader) => {
        const row = await findWorkspace(reader, enterpriseId);
        const place = row && (await enter(reader, dialect, enterpriseId));
        if (row === undefined || place === undefined) return { items: [], total: 0 };
        const items: IngestionRecord[] = [];
        let weight = 0;
        // In small batches, because a page of the largest ones would be far more than is returned.
        let batch = 1;
        // Bodies that are queued in the meantime must not shift the next batch.
        let before = Number.MAX_SAFE_INTEGER;
        while (items.length < limit) {
          const rows = await reader.all<ListedRow>(
            `SELECT seq, id, received_at, body, outcome, weight FROM ingestion
             WHERE store = ? AND seq < ? ORDER BY seq DESC LIMIT ? OFFSET ?`,
            [
              ...[place.history, before, Math.min(batch, limit - items.length)],
              items.length === 0 ? skip : 0,
            ],
          );
          for (const one of rows) {
            weight += one.weight;
            if (items.length > 0 && weight > retention.pageWeight) {
              return { items, total: row.ingestions };
            }
            const record = await toRecord(reader, place.history, one);
            if (record === undefined) return { items, total: row.ingestions };
            items.push(record);
            if (one.weight > maxBatchedWeight) await yieldToEventLoop();
          }
          const oldest = rows.at(-1);
          if (oldest === undefined) break;
          before = oldest.seq;
          batch = rows.some((one) => one.weight > maxBatchedWeight) ? 1 : 20;
        }
        return { items, total: row.ingestions };
      }),

    process: (enterpriseId, options, work) => processQueue(database, enterpriseId, options, work),

    watch: (onQueued) => watchQueues(database, onQueued),
  };
}

/** Returns `undefined` if the record has been deleted since its row was read. */
async function toRecord(
  reader: SqlReader,
  store: number,
  { seq, id, received_at, body, outcome }: ListedRow,
): Promise<IngestionRecord | undefined> {
  const read = outcome === null ? null : await readOutcome(reader, store, seq, outcome);
  // Only `JSON.stringify` of a body is stored here.
  if (read === undefined) return undefined;
  return { id, receivedAt: received_at, body: JSON.parse(body), outcome: read };
}
