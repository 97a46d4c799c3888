import type { Ingestion as Outcome } from '@telecrm/workspace';
import type { IngestionRecord } from '../storage/ingestions.ts';

/** A request to the Async API and its outcome. */
export interface Ingestion {
  ingestion_id: string;
  /** Unix time in milliseconds. */
  received_at: number;
  state: 'QUEUED' | 'PROCESSED';
  /** The parts of the request body, unchanged. */
  request: { fields?: unknown; actions?: unknown };
  /** `null` while it is queued. */
  outcome: Outcome['outcome'] | null;
  lead_id: string | null;
  /** One entry for each action sent, in the order sent. */
  actions: Outcome['actions'];
  /** The dropped parts, with the reasons. */
  remarks: Outcome['remarks'];
}

/** An ingestion in a list. */
export function ingestionOf({ id, receivedAt, body, outcome }: IngestionRecord): Ingestion {
  return {
    ingestion_id: id,
    received_at: receivedAt,
    state: outcome ? 'PROCESSED' : 'QUEUED',
    request: requestOf(body),
    ...(outcome ?? { outcome: null, lead_id: null, actions: [], remarks: [] }),
  };
}

/** The listed parts of a body, which may have others. */
export function requestOf(body: unknown): Ingestion['request'] {
  // Only JSON objects are queued.
  const sent = body as { fields?: unknown; actions?: unknown };
  return {
    ...(Object.hasOwn(sent, 'fields') && { fields: sent.fields }),
    ...(Object.hasOwn(sent, 'actions') && { actions: sent.actions }),
  };
}

/** The approximate size of an outcome in bytes. A small body can lead to many long remarks. */
export function weightOf({ remarks, actions }: Outcome): number {
  const text = remarks.reduce((sum, { field, remark }) => sum + field.length + remark.length, 0);
  return 2 * text + 64 * (remarks.length + actions.length);
}

/** The outcome of an ingestion that stored nothing. */
export function droppedWith(remark: string): Outcome {
  const remarks = [{ field: 'fields', status: 'IGNORED' as const, remark }];
  return { outcome: 'DROPPED', lead_id: null, actions: [], remarks };
}

/** The outcome if the sandbox itself fails to process an ingestion; the error must not block the queue. */
export const failedOutcome: Outcome = droppedWith(
  'The sandbox failed, which is an error of the sandbox: nothing in the request has to change',
);
