import type { Ingestion as Outcome, WorkspaceStore } from '@telecrm/workspace';
import type { PageRequest, PageResult } from '@telecrm/workspace/store';

/** A body of the Async API that is to be processed. */
export interface NewIngestion {
  /** Unique within the workspace. */
  readonly id: string;
  /** Unix time in milliseconds. */
  readonly receivedAt: number;
  /** When to process it, in real time: Unix milliseconds. */
  readonly dueAt: number;
  /** Any JSON. */
  readonly body: unknown;
  /** Its approximate size in bytes. */
  readonly weight: number;
}

/** A queued or processed body. */
export interface IngestionRecord {
  readonly id: string;
  readonly receivedAt: number;
  /** The whole body as long as it is queued, then what {@link Processed} says to keep of it. */
  readonly body: unknown;
  /** `null` as long as it is queued. */
  readonly outcome: Outcome | null;
}

/** The result of processing a body. */
export interface Processed {
  readonly outcome: Outcome;
  /** What to keep in the place of the body. */
  readonly body: unknown;
  /** About how many bytes the record takes from now on. */
  readonly weight: number;
}

/**
 * Processes a body. It writes in one transaction of the store at most, and does not reject once that has resolved.
 *
 * @param store The only store to write to: its writes and the record of the outcome take effect together. A transaction
 * that rejects leaves nothing, and the work can still resolve.
 */
export type IngestionWork = (
  ingestion: Pick<NewIngestion, 'id' | 'receivedAt' | 'body' | 'weight'>,
  store: WorkspaceStore,
) => Promise<Processed>;

/** What a call of {@link IngestionStorage.process} has done. */
export interface ProcessResult {
  /** How many bodies were processed. */
  readonly processed: number;
  /** When the first of those that are still queued is due; `null` if nothing is queued. */
  readonly nextDueAt: number | null;
  /** Whether another call is processing those of this workspace; then nothing was done. */
  readonly isBusy: boolean;
}

/**
 * The bodies of the Async API and what became of them. Each workspace has a queue of its own.
 *
 * - A body whose `add` resolved is processed exactly once, whichever processes die.
 * - The bodies of a workspace are processed in the order in which their `add` resolved.
 * - It keeps at least the last 10,000 records, unless they weigh more than {@link retention} says; of a larger number it
 * forgets the oldest that are processed. What is queued is never forgotten.
 */
export interface IngestionStorage {
  /**
   * Queues a body.
   *
   * @param limit How many may be queued then.
   * @returns `process-now`: it is queued, and so much is that its delay should not be waited for. `full` and `gone` (the
   * workspace does not exist): it is not queued.
   */
  add(
    enterpriseId: string,
    ingestion: NewIngestion,
    limit?: number,
  ): Promise<'queued' | 'process-now' | 'full' | 'gone'>;
  /** Newest first; fewer than asked for, but one at least, if they weigh more than a response can hold. */
  list(enterpriseId: string, page: PageRequest): Promise<PageResult<IngestionRecord>>;
  /**
   * Processes the oldest queued bodies that are due, one after the other, at most `limit`. If `work` rejects, its body stays
   * queued as the first one and this rejects; those before it may count as processed or not, but never in part.
   *
   * No two calls for a workspace run at once, in any process: the second one waits for a moment and then resolves with
   * `isBusy`. When a process dies, another one can continue within five seconds.
   */
  process(
    enterpriseId: string,
    options: { readonly dueBefore: number; readonly limit: number },
    work: IngestionWork,
  ): Promise<ProcessResult>;
  /**
   * Calls back with each workspace that has bodies which nobody may be about to process: those that were queued before
   * this process started, and those that are long due because the process that queued them has died. A process schedules
   * what it has queued itself; this is not called for that.
   *
   * @returns Ends it.
   */
  watch(onQueued: (enterpriseId: string, dueAt: number) => void): () => void;
}
