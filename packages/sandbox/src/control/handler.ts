import type { CallContext } from '../clock/clock.ts';
import type { operations } from '../generated/control-types.ts';
import type { Caller } from '../hosting/callers/caller.ts';
import type { ApiResponse } from '../http/api-response.ts';
import type { Operation } from '../operations/operation.ts';
import type { WorkspaceRecord } from '../storage/workspaces.ts';
import type { LeadListRequest } from '../workspaces/sandbox-workspace.ts';

/** A request that has been validated against the description. */
export interface ControlRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: LeadListRequest;
  readonly body: unknown;
  readonly context: CallContext;
  readonly caller: Caller;
  readonly operation: Pick<Operation, 'id' | 'method'>;
}

/** Handles one operation of the control surface. */
export type Handler = (request: ControlRequest) => ApiResponse | Promise<ApiResponse>;

/** The operations that only a shared sandbox has, by what they are about. */
interface HostingOperations {
  readonly clock: 'setClock' | 'advanceClock';
  readonly faults: 'addFault' | 'removeFault';
  readonly partners:
    | 'getAccess'
    | 'listAuditEntries'
    | 'listPartners'
    | 'createPartner'
    | 'deletePartner'
    | 'replacePartnerKey';
  readonly snapshots: 'listSnapshots' | 'saveSnapshot' | 'restoreSnapshot' | 'deleteSnapshot';
  readonly workspaces:
    | 'getWorkspace'
    | 'claimWorkspace'
    | 'cloneWorkspace'
    | 'replaceTokens'
    | 'setVariants'
    | 'changeVariants';
}

type HostingSubject = keyof HostingOperations;

/** The operations of a server in front of the sandbox. */
type ServerOperation = 'getLive' | 'getReady';

/** One handler for each operation of the description, except for those of a server and of a shared sandbox. */
export type Handlers = Record<
  Exclude<keyof operations, HostingOperations[HostingSubject] | ServerOperation>,
  Handler
>;

/** One handler for each operation of a shared sandbox, or for those about one subject. */
export type HostingHandlers<Subject extends HostingSubject = HostingSubject> = Record<
  HostingOperations[Subject],
  Handler
>;

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
