import type { WorkspaceStore } from '@telecrm/workspace';
import type { ResponseOrCut } from '../../faults/apply-fault.ts';
import type { ApiResponse } from '../../http/api-response.ts';
import type { Operation } from '../../operations/operation.ts';
import type { WorkspaceRecord } from '../../storage/workspaces.ts';

interface QueueBound {
  readonly limit: number;
  readonly rejection: ApiResponse;
}

/** The parsed body of a request and its size in bytes. */
interface SentBody {
  readonly body: unknown;
  readonly size: number;
}

/** The rules of a shared sandbox for each request to the two APIs. */
export interface CallPolicy {
  /** Checks whether a request is allowed, and returns the error response if it is not. */
  check(operation: Operation, workspace: WorkspaceRecord): Promise<ApiResponse | undefined>;
  /**
   * Checks whether a valid request may be written, and counts its bytes. Returns the error response if it would exceed a
   * quota.
   */
  charge(
    operation: Operation,
    workspace: WorkspaceRecord,
    sent: SentBody,
  ): Promise<ApiResponse | undefined>;
  /** The store of a workspace within its quotas. A write that would exceed one rejects. */
  limit(store: WorkspaceStore, workspace: WorkspaceRecord): WorkspaceStore;
  /** The response to such a write; `undefined` for any other error. */
  rejectionOf(error: unknown): ApiResponse | undefined;
  /** The maximum number of queued ingestions of a workspace, and the response if it is exceeded. */
  queueBound(workspace: WorkspaceRecord): QueueBound | undefined;
  /** Records a request with the size of its body, and adds headers to its response. */
  finish(
    operation: Operation,
    workspace: WorkspaceRecord,
    request: { bytes: number; response: ResponseOrCut },
  ): ResponseOrCut;
}
