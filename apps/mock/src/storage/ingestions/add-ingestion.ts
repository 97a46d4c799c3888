import { type NewIngestion, retention } from '@telecrm/sandbox/storage';
import type { DialectName, SqlTransaction } from '@telecrm/sql';
import { enter } from '../workspaces/place.ts';

/** Queues a body, unless the queue is full. */
export async function addIngestion(
  transaction: SqlTransaction,
  dialect: DialectName,
  enterpriseId: string,
  ingestion: NewIngestion,
  limit: number,
): Promise<'queued' | 'process-now' | 'full' | 'gone'> {
  const place = await enter(transaction, dialect, enterpriseId);
  if (place === undefined) return 'gone';
  const { number, history } = place;
  const { id, body } = ingestion;
  const receivedAt = Math.floor(ingestion.receivedAt);
  const dueAt = Math.ceil(ingestion.dueAt);
  const weight = Math.round(ingestion.weight);
  const [counts] = await transaction.all<{ ingestion_weight: number }>(
    `UPDATE workspace SET queued = queued + 1, ingestions = ingestions + 1,
       ingestion_weight = ingestion_weight + ?,
       next_due_at = COALESCE(next_due_at, ?), queued_since = COALESCE(queued_since, ?)
     WHERE number = ? ${Number.isFinite(limit) ? 'AND queued < ?' : ''}
     RETURNING ingestion_weight`,
    [weight, dueAt, receivedAt, number, ...(Number.isFinite(limit) ? [limit] : [])],
  );
  if (counts === undefined) return 'full';
  await transaction.run(
    `INSERT INTO ingestion (store, seq, id, received_at, due_at, body, weight)
     VALUES (?, (SELECT COALESCE(MAX(seq), 0) + 1 FROM ingestion WHERE store = ?), ?, ?, ?, ?, ?)`,
    [history, history, id, receivedAt, dueAt, JSON.stringify(body), weight],
  );
  return counts.ingestion_weight > retention.ingestionWeight ? 'process-now' : 'queued';
}
