import type { Ingestion as Outcome, WorkspaceStore } from '@telecrm/workspace';
import type { PageRequest, PageResult } from '@telecrm/workspace/store';

/** A body of the Async API to process. */
export interface NewIngestion {
  /** Unique within the workspace. */
  readonly id: string;
  /** Unix time in milliseconds. */
  readonly receivedAt: number;
  /** The time when it is due, in Unix milliseconds of real time. */
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
  /** The whole body while it is queued, then the parts of it in {@link Processed}. */
  readonly body: unknown;
  /** `null` while it is queued. */
  readonly outcome: Outcome | null;
}

/** The result of processing a body. */
export interface Processed {
  readonly outcome: Outcome;
  /** The parts of the body to store from now on. */
  readonly body: unknown;
  /** The approximate size of the record in bytes from now on. */
  readonly weight: number;
}

/**
 * Processes a body. It writes in at most one transaction of the store, and does not reject after that has resolved.
 *
 * @param store The only store to write to: its writes and the record of the outcome are committed together. A
 * transaction that rejects has no effect, and the work can still resolve.
 */
export type IngestionWork = (
  ingestion: Pick<NewIngestion, 'id' | 'receivedAt' | 'body' | 'weight'>,
  store: WorkspaceStore,
) => Promise<Processed>;

/** The result of a call of {@link IngestionStorage.process}. */
export interface ProcessResult {
  /** The number of processed bodies. */
  readonly processed: number;
  /** The time when the first queued body is due; `null` if nothing is queued. */
  readonly nextDueAt: number | null;
  /** Whether another call is processing bodies of this workspace; then nothing was done. */
  readonly isBusy: boolean;
}

/**
 * The bodies of the Async API and their outcomes. Each workspace has a separate queue.
 *
 * - A body is processed exactly once after its `add` has resolved, even if processes crash.
 * - The bodies of a workspace are processed in the order in which their `add` resolved.
 * - At least the last 10,000 records are stored, unless they exceed the size in {@link retention}. Beyond that, the
 * oldest processed ones are deleted, but never queued ones.
 */
export interface IngestionStorage {
  /**
   * Queues a body.
   *
   * @param limit The maximum number of queued bodies, including this one.
   * @returns `process-now`: queued, and the queue is so large that it should be processed without delay. `full` and
   * `gone` (the workspace does not exist): not queued.
   */
  add(
    enterpriseId: string,
    ingestion: NewIngestion,
    limit?: number,
  ): Promise<'queued' | 'process-now' | 'full' | 'gone'>;
  /** Newest first; fewer than requested, but at least one, if they would exceed the size of a response. */
  list(enterpriseId: string, page: PageRequest): Promise<PageResult<IngestionRecord>>;
  /**
   * Processes the oldest queued bodies that are due, sequentially, at most `limit`. If `work` rejects, its body remains
   * first in the queue and this rejects; each earlier body may count as processed or not, but never in part.
   *
   * No two calls for a workspace run concurrently, in any process: the second one waits for a moment and then resolves
   * with `isBusy`. If a process crashes, another one can continue within five seconds.
   */
  process(
    enterpriseId: string,
    options: { readonly dueBefore: number; readonly limit: number },
    work: IngestionWork,
  ): Promise<ProcessResult>;
  /**
   * Calls back with each workspace whose bodies may not be scheduled by any process: bodies that were queued before
   * this process started, and bodies that are long overdue because the process that queued them has crashed. A process
   * schedules the bodies that it queues itself, without this callback.
   *
   * @returns A function that stops it.
   */
  watch(onQueued: (enterpriseId: string, dueAt: number) => void): () => void;
}
