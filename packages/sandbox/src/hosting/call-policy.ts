import type { Answer } from '../faults/apply-fault.ts';
import type { ApiResponse } from '../http/api-response.ts';
import type { Operation } from '../operations/operation.ts';
import type { WorkspaceRecord } from '../storage/workspaces.ts';

interface QueueBound {
  readonly limit: number;
  readonly refusal: ApiResponse;
}

/** What a shared sandbox does about each request to the two APIs. */
export interface CallPolicy {
  /** The response to a request that is not allowed. */
  refuse(operation: Operation, workspace: WorkspaceRecord): Promise<ApiResponse | undefined>;
  /** How many ingestions may be in the queue of a workspace, and the response to a further one. */
  queueBound(workspace: WorkspaceRecord): QueueBound | undefined;
  /** Takes note of a request whose body had so many bytes, and adds to its response. */
  finish(
    operation: Operation,
    workspace: WorkspaceRecord,
    request: { bytes: number; answer: Answer },
  ): Answer;
}
