import type { WorkspaceStore } from '@telecrm/workspace';
import type { FaultStorage } from './faults.ts';
import type { HostingStorage } from './hosting.ts';
import type { IngestionStorage } from './ingestions.ts';
import type { PartnerStorage } from './partners.ts';
import type { RateLimitStorage } from './rate-limits.ts';
import type { RequestLogStorage } from './requests.ts';
import type { SnapshotStorage } from './snapshots.ts';
import type { WorkspaceStorage } from './workspaces.ts';

/** Totals over all workspaces. */
export interface StorageTotals {
  readonly workspaces: number;
  readonly queued: number;
  /** The time when the oldest queued body was received, in Unix milliseconds; `null` if nothing is queued. */
  readonly oldestQueuedAt: number | null;
}

/**
 * The whole state of a sandbox. Several processes may share it: a resolved write of one process is visible to every
 * later call in all processes, unless its method says otherwise.
 *
 * - A method is durable once it resolves, unless it is documented as buffered. A method that rejects has changed
 * nothing.
 * - Unknown enterprise IDs are not an error: lists are empty, and writes have no effect.
 * - Arguments are plain JSON and never changed afterwards, by either side; results need not be the same objects.
 *
 * `storageConformance` of `@telecrm/sandbox/testing` tests an implementation.
 */
export interface SandboxStorage {
  readonly workspaces: WorkspaceStorage;
  readonly partners: PartnerStorage;
  readonly ingestions: IngestionStorage;
  readonly faults: FaultStorage;
  readonly rateLimits: RateLimitStorage;
  readonly requests: RequestLogStorage;
  readonly snapshots: SnapshotStorage;
  /**
   * The state that only a shared sandbox has.
   *
   * @default memory
   */
  readonly hosting?: HostingStorage;
  /** Opens the content of a workspace. Cheap, because it is called for every request. */
  workspaceStore(enterpriseId: string): WorkspaceStore;
  totals(): Promise<StorageTotals>;
  /** Rejects if the storage cannot be written at the moment. */
  check(): Promise<void>;
  /** The last saved number, or 0: how many calls a deterministic sandbox has processed. */
  readCallCount(): Promise<number>;
  /** Buffered; saved by `close` at the latest. */
  saveCallCount(count: number): void;
  /** Writes buffered data and releases all resources. No method is called afterwards. */
  close(): Promise<void>;
}
