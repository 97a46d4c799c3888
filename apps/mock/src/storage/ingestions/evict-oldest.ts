import { retention } from '@telecrm/sandbox/storage';
import type { SqlTransaction } from '@telecrm/sql';
import type { Place } from '../workspaces/place.ts';

/** Deletes the oldest processed records if there are more than the limit. */
export async function evictOldest(
  transaction: SqlTransaction,
  { number, history }: Place,
): Promise<void> {
  const [counts] = await transaction.all<{ ingestions: number; ingestion_weight: number }>(
    'SELECT ingestions, ingestion_weight FROM workspace WHERE number = ?',
    [number],
  );
  if (counts === undefined) return;
  let { ingestions, ingestion_weight: weight } = counts;
  if (ingestions <= retention.ingestions * 1.1 && weight <= retention.ingestionWeight) return;
  const oldest = await transaction.all<{ seq: number; weight: number }>(
    `SELECT seq, weight FROM ingestion WHERE store = ? AND outcome IS NOT NULL
     ORDER BY seq LIMIT ?`,
    [history, Math.ceil(retention.ingestions * 0.2)],
  );
  let last: number | undefined;
  for (const row of oldest) {
    if (ingestions <= retention.ingestions && weight <= retention.ingestionWeight) break;
    // The newest one is retained whatever its size.
    if (ingestions === 1) break;
    ingestions--;
    weight -= row.weight;
    last = row.seq;
  }
  if (last === undefined) return;
  for (const table of ['ingestion', 'outcome_part']) {
    await transaction.run(`DELETE FROM ${table} WHERE store = ? AND seq <= ?`, [history, last]);
  }
  await transaction.run(
    'UPDATE workspace SET ingestions = ?, ingestion_weight = ? WHERE number = ?',
    [ingestions, weight, number],
  );
}
