import { addTimelineEvent } from './actions/timeline-event.ts';
import type { WorkspaceDefinition } from './definition/index.ts';
import { createIds } from './ids.ts';
import { type Ingestion, ingest } from './ingest/ingest.ts';
import { type Operations, operationsOf } from './operations.ts';
import type { LeadSeed } from './records/records.ts';
import { seed } from './records/seed.ts';
import type { Result } from './result.ts';
import { furnish } from './room.ts';
import { createMemoryStore, type WorkspaceStore } from './store/index.ts';

/** What a workspace is made of. */
export interface WorkspaceOptions {
  /** How it is set up: {@link defaultDefinition}, or what {@link resolveDefinition} gives. */
  definition: WorkspaceDefinition;
  /** Where its state lives; in memory unless given. One that holds anything is taken as it is, `records` or not. */
  store?: WorkspaceStore;
  /** The time in Unix milliseconds; the system's unless given. */
  clock?: () => number;
  /** A new ID at each call; 24 random hex digits unless given. */
  ids?: () => string;
  /** Leads to begin with, such as {@link defaultRecords}; none unless given. */
  records?: readonly LeadSeed[];
}

/** One telecrm workspace: its rules and its state. */
export interface Workspace {
  readonly definition: WorkspaceDefinition;
  readonly store: WorkspaceStore;
  /** What the Sync API does, by `operationId`. */
  readonly operations: Operations;
  /** What the Async API does with a body once it leaves the queue. Any JSON at all may be given. */
  ingest(body: unknown): Promise<Ingestion>;
  /**
   * Puts any event on a lead's timeline, also one that the API cannot write.
   *
   * @param event `{ type, created_on?, performed_by?, … }`: a built-in type with keys of its own, or a custom action or
   * payment as the API takes it. The time is Unix milliseconds or a date in the workspace's format; now unless given.
   */
  addTimelineEvent(leadId: string, event: unknown): Promise<Result<{ action_id: string }>>;
}

/**
 * Makes a workspace ready. An empty store is given the definition's team and the records first.
 *
 * @example
 * ```ts
 * import { createWorkspace, defaultDefinition, defaultRecords } from '@telecrm/workspace';
 *
 * const workspace = await createWorkspace({
 *   definition: defaultDefinition,
 *   records: defaultRecords,
 * });
 *
 * const created = await workspace.operations.createLead({
 *   body: { fields: { phone: '919999999999', rating: 9 } },
 * });
 * if (created.ok) console.log(created.value.lead_id, created.value.remarks);
 * else console.error(created.code, created.message);
 *
 * const { outcome, remarks } = await workspace.ingest({ fields: { Phone: '919999999999' } });
 * console.log(outcome, remarks); // DROPPED, and that `Phone` should be `phone`
 * ```
 */
export async function createWorkspace({
  definition,
  store = createMemoryStore(),
  clock = Date.now,
  ids = createIds(clock),
  records = [],
}: WorkspaceOptions): Promise<Workspace> {
  const room = furnish({ definition, store, clock, ids });
  await seed(room, records);
  return {
    definition,
    store,
    operations: operationsOf(room),
    ingest: (body) => ingest(room, body),
    addTimelineEvent: (leadId, event) => addTimelineEvent(room, leadId, event),
  };
}
