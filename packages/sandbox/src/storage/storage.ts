import type { WorkspaceStore } from '@telecrm/workspace';
import type { AuditStorage } from './audit.ts';
import type { FaultStorage } from './faults.ts';
import type { IngestionStorage } from './ingestions.ts';
import type { PartnerStorage } from './partners.ts';
import type { RateLimitStorage } from './rate-limits.ts';
import type { RequestLogStorage } from './requests.ts';
import type { SnapshotStorage } from './snapshots.ts';
import type { WorkspaceStorage } from './workspaces.ts';

/** What all workspaces hold together. */
export interface StorageTotals {
  readonly workspaces: number;
  readonly queued: number;
  /** When the oldest body that is queued was received, in Unix milliseconds; `null` if nothing is queued. */
  readonly oldestQueuedAt: number | null;
}

/**
 * Everything that a sandbox remembers. Several processes may share it: a write that resolved in one of them is visible to
 * every later call in all of them, unless its method says otherwise.
 *
 * - A method that resolved is durable, except for those that are said to be buffered. One that rejected has changed nothing.
 * - Unknown enterprise IDs are no error: lists are empty, and writes do nothing.
 * - What it is given is plain JSON and never changed afterwards, by either side; what it returns need not be the same
 * objects.
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
  readonly audit: AuditStorage;
  /** The content of a workspace. Cheap: called for every request. */
  workspaceStore(enterpriseId: string): WorkspaceStore;
  totals(): Promise<StorageTotals>;
  /** Rejects if it cannot be written at the moment. */
  check(): Promise<void>;
  /** The number that was saved last, or 0: how many calls a deterministic sandbox has had. */
  readCallCount(): Promise<number>;
  /** Buffered; saved at the latest by `close`. */
  saveCallCount(count: number): void;
  /** Writes what is buffered and releases everything. No method is called afterwards. */
  close(): Promise<void>;
}
