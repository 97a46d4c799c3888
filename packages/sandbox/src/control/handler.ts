import type { ServerContext } from '../calls/server-context.ts';
import type { CallContext } from '../clock/clock.ts';
import type { operations } from '../generated/control-types.ts';
import type { ApiResponse } from '../http/api-response.ts';
import type { WorkspaceRecord } from '../storage/workspaces.ts';
import type { LeadListRequest } from '../workspaces/sandbox-workspace.ts';

/** A request that has been validated against the description. */
export interface ControlRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: LeadListRequest;
  readonly body: unknown;
  readonly context: CallContext;
}

/** Handles one operation of the control surface. */
type Handler = (request: ControlRequest) => ApiResponse | Promise<ApiResponse>;

/** One handler for each operation of the description. */
export type Handlers = Record<keyof operations, Handler>;

/** The context of the handlers. */
export type ControlContext = Pick<ServerContext, 'storage' | 'queue' | 'open'>;

/** Creates a handler for the workspace in the path. */
export type OfWorkspace = (
  handle: (
    workspace: WorkspaceRecord,
    request: ControlRequest,
  ) => ApiResponse | Promise<ApiResponse>,
) => Handler;

export function ok(body: unknown): ApiResponse {
  return { status: 200, body };
}
