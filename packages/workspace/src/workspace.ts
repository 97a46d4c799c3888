import { addTimelineEvent } from './actions/timeline-event.ts';
import { createContext, type WorkspaceContext } from './context/context.ts';
import { createIdGenerator } from './context/ids.ts';
import {
  completeDefinition,
  defaultDefinition,
  type ResolvedDefinition,
  type WorkspaceDefinition,
} from './definition/index.ts';
import { type Ingestion, ingest } from './ingest/ingest.ts';
import { type Operations, operationsOf } from './operations.ts';
import type { LeadSeed } from './records/records.ts';
import { seed } from './records/seed.ts';
import type { Result } from './results/result.ts';
import { createMemoryStore, type WorkspaceStore } from './store/index.ts';

/** Options of {@link createWorkspace}. */
export interface WorkspaceOptions {
  /**
   * The definition, as {@link WorkspaceDefinition} or as the result of {@link resolveDefinition}; missing parts are
   * those of {@link defaultDefinition}. If it is invalid, `createWorkspace` rejects with a {@link DefinitionError}.
   */
  definition?: WorkspaceDefinition | ResolvedDefinition;
  /**
   * The store for the state. Defaults to one in memory. A store that is not empty is opened without adding `records`.
   */
  store?: WorkspaceStore;
  /** The current time in Unix milliseconds. Defaults to `Date.now`. */
  clock?: () => number;
  /** Generates IDs. Defaults to 24 hex digits: the time, then random digits. */
  generateId?: () => string;
  /** Initial leads, such as {@link defaultRecords}. Defaults to none. */
  records?: readonly LeadSeed[];
}

/** A telecrm workspace: its rules and its state. */
export interface Workspace {
  /** The complete definition. */
  readonly definition: ResolvedDefinition;
  readonly store: WorkspaceStore;
  /** The operations of the Sync API by `operationId`. */
  readonly operations: Operations;
  /** Processes a body as the Async API does once it leaves the queue. Accepts any JSON. */
  ingest(body: unknown): Promise<Ingestion>;
  /**
   * Adds an event of any type to a lead's timeline, including types that the API cannot write.
   *
   * @param event `{ type, created_on?, performed_by?, … }`: a built-in type with any other keys, or a custom action or
   * payment as in a request. `created_on` is Unix milliseconds or a date in the workspace's format. Defaults to now.
   */
  addTimelineEvent(leadId: string, event: unknown): Promise<Result<{ action_id: string }>>;
  /** Returns the same workspace with another clock, ID generator or store, for instance for a single request. */
  with(request: Partial<Pick<WorkspaceContext, 'clock' | 'generateId' | 'store'>>): Workspace;
}

/**
 * Creates a workspace. An empty store is filled with the definition's team and the records first.
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
 * if (created.ok) console.log(created.data.lead_id, created.data.remarks);
 * else console.error(created.code, created.message);
 *
 * const { outcome, remarks } = await workspace.ingest({ fields: { Phone: '919999999999' } });
 * console.log(outcome, remarks); // DROPPED; a remark says that `Phone` should be `phone`
 * ```
 */
export async function createWorkspace({
  definition: given = defaultDefinition,
  store = createMemoryStore(),
  clock = Date.now,
  generateId = createIdGenerator(clock),
  records = [],
}: WorkspaceOptions = {}): Promise<Workspace> {
  const definition = completeDefinition(given);
  const context = createContext({ definition, store, clock, generateId });
  await seed(context, records);
  return workspaceIn(context);
}

function workspaceIn(context: WorkspaceContext): Workspace {
  const { definition, store } = context;
  return {
    definition,
    store,
    operations: operationsOf(context),
    ingest: (body) => ingest(context, body),
    addTimelineEvent: (leadId, event) => addTimelineEvent(context, leadId, event),
    with: (request) => workspaceIn({ ...context, ...request }),
  };
}
