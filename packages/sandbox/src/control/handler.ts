import type { CallContext } from '../clock/clock.ts';
import type { operations } from '../generated/control-types.ts';
import type { Caller } from '../hosting/caller.ts';
import type { ApiResponse } from '../http/api-response.ts';
import type { WorkspaceRecord } from '../storage/workspaces.ts';
import type { LeadListRequest } from '../workspaces/sandbox-workspace.ts';

/** A request that has been validated against the description. */
export interface ControlRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: LeadListRequest;
  readonly body: unknown;
  readonly context: CallContext;
  readonly caller: Caller;
}

/** Handles one operation of the control surface. */
export type Handler = (request: ControlRequest) => ApiResponse | Promise<ApiResponse>;

/** The operations that only a shared sandbox has. */
type HostingOperation =
  | 'getAccess'
  | 'listAuditEntries'
  | 'listPartners'
  | 'createPartner'
  | 'deletePartner'
  | 'replacePartnerKey'
  | 'getWorkspace'
  | 'claimWorkspace'
  | 'cloneWorkspace'
  | 'replaceTokens'
  | 'setVariants'
  | 'setClock'
  | 'advanceClock'
  | 'listSnapshots'
  | 'saveSnapshot'
  | 'restoreSnapshot'
  | 'deleteSnapshot';

/** The operations of a server in front of the sandbox. */
type ServerOperation = 'getLive' | 'getReady';

/** One handler for each operation of the description, except for those of a server and of a shared sandbox. */
export type Handlers = Record<
  Exclude<keyof operations, HostingOperation | ServerOperation>,
  Handler
>;

/** One handler for each operation of a shared sandbox. */
export type HostingHandlers = Record<HostingOperation, Handler>;

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
