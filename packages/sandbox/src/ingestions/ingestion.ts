import type { Ingestion as Outcome } from '@telecrm/workspace';

/** What was sent to the Async API, and what became of it. */
export interface Ingestion {
  ingestion_id: string;
  /** Unix time in milliseconds. */
  received_at: number;
  state: 'QUEUED' | 'PROCESSED';
  /** What was sent, as it was sent. */
  request: { fields?: unknown; actions?: unknown };
  /** `null` while it waits. */
  outcome: Outcome['outcome'] | null;
  lead_id: string | null;
  /** One entry for each action sent, in the order sent. */
  actions: Outcome['actions'];
  /** What was dropped, and why. */
  remarks: Outcome['remarks'];
}

/** An ingestion with the whole body as long as it waits; the body may hold more than the list shows. */
export interface IngestionEntry {
  readonly ingestion: Ingestion;
  body?: unknown;
  /** About how many bytes it takes. */
  weight: number;
}

export function queuedIngestion(id: string, receivedAt: number, body: unknown): Ingestion {
  return {
    ingestion_id: id,
    received_at: receivedAt,
    state: 'QUEUED',
    request: requestOf(body),
    outcome: null,
    lead_id: null,
    actions: [],
    remarks: [],
  };
}

function requestOf(body: unknown): Ingestion['request'] {
  // Only JSON objects are queued.
  const sent = body as { fields?: unknown; actions?: unknown };
  return {
    ...(Object.hasOwn(sent, 'fields') && { fields: sent.fields }),
    ...(Object.hasOwn(sent, 'actions') && { actions: sent.actions }),
  };
}

/** About how many bytes an outcome takes; a small body can be answered with many long remarks. */
export function weightOf({ remarks, actions }: Outcome): number {
  const text = remarks.reduce((sum, { field, remark }) => sum + field.length + remark.length, 0);
  return 2 * text + 64 * (remarks.length + actions.length);
}

/** What stands for an ingestion that the sandbox itself failed to process, which must not hold up the queue. */
export const failedOutcome: Outcome = {
  outcome: 'DROPPED',
  lead_id: null,
  actions: [],
  remarks: [
    {
      field: 'fields',
      status: 'IGNORED',
      remark: 'The sandbox failed, which is its own mistake: nothing in the request has to change',
    },
  ],
};
