import { type Ingestion, ingestionOf, weightOf } from '../ingestions/ingestion.ts';
import { parsedFactor } from '../ingestions/process-ingestion.ts';
import type { Processed } from '../storage/ingestions.ts';
import type { SandboxStorage } from '../storage/storage.ts';

/** A listed ingestion, with the whole body while it is queued. */
export interface SavedIngestion {
  readonly ingestion: Ingestion;
  readonly body?: unknown;
}

/** Oldest first. */
export async function allIngestions(
  { ingestions }: SandboxStorage,
  enterpriseId: string,
): Promise<SavedIngestion[]> {
  const saved: SavedIngestion[] = [];
  for (;;) {
    const { items } = await ingestions.list(enterpriseId, { skip: saved.length, limit: 1000 });
    if (items.length === 0) return saved.reverse();
    for (const record of items) {
      const ingestion = ingestionOf(record);
      saved.push({ ingestion, ...(record.outcome === null && { body: record.body }) });
    }
  }
}

/** Adds ingestions to an empty queue: processed ones unchanged, and queued ones to be processed now. */
export async function restoreIngestions(
  { ingestions }: SandboxStorage,
  { enterpriseId, dueAt }: { enterpriseId: string; dueAt: number },
  saved: readonly SavedIngestion[],
): Promise<void> {
  for (const { ingestion, body = ingestion.request } of saved) {
    const { ingestion_id: id, received_at: receivedAt, state } = ingestion;
    const weight = parsedFactor * JSON.stringify(body).length;
    await ingestions.add(enterpriseId, { id, receivedAt, dueAt, body, weight });
    if (state === 'QUEUED') continue;
    await ingestions.process(enterpriseId, { dueBefore: dueAt, limit: 1 }, async () =>
      processed(ingestion, weight),
    );
  }
}

function processed(
  { request, outcome, lead_id, actions, remarks }: Ingestion,
  weight: number,
): Processed {
  const report = { outcome: outcome ?? 'DROPPED', lead_id, actions, remarks };
  return { outcome: report, body: request, weight: weight + weightOf(report) };
}
