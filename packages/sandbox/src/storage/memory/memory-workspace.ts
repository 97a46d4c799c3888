import type { MemoryStore } from '@telecrm/workspace/store';
import type { Fault } from '../../faults/fault.ts';
import type { SnapshotRecord } from '../snapshots.ts';
import type { WorkspaceRecord } from '../workspaces.ts';
import { createMemoryIngestions, type MemoryIngestions } from './ingestions.ts';
import { createMemoryRequestLog, type MemoryRequestLog } from './requests/request-log.ts';
import type { SlidingWindow } from './requests/sliding-window.ts';

/** A snapshot with its content. */
interface SavedContent extends SnapshotRecord {
  readonly content: unknown;
}

/** A workspace with all of its content. */
export interface MemoryWorkspace {
  record: WorkspaceRecord;
  store: MemoryStore;
  bytes: number;
  ingestions: MemoryIngestions;
  faults: Fault[];
  windows: Map<string, SlidingWindow>;
  requests: MemoryRequestLog;
  readonly snapshots: Map<string, SavedContent>;
}

/** All workspaces, shared by all parts of a storage in memory. */
export type MemoryWorkspaces = ReadonlyMap<string, MemoryWorkspace>;

/** A workspace to write to: not an expired one. */
export function findWritable(
  workspaces: MemoryWorkspaces,
  enterpriseId: string,
): MemoryWorkspace | undefined {
  const workspace = workspaces.get(enterpriseId);
  return workspace?.record.state === 'expired' ? undefined : workspace;
}

/** The content of a workspace after a reset. */
export function emptyContent(store: MemoryStore) {
  return {
    store,
    bytes: 0,
    ingestions: createMemoryIngestions(),
    faults: [],
    windows: new Map<string, SlidingWindow>(),
    requests: createMemoryRequestLog(),
  };
}
