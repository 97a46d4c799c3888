import type { Handler, OfWorkspace } from '../control/handler.ts';
import type { ApiRequest } from '../http/api-request.ts';
import type { ApiResponse } from '../http/api-response.ts';
import type { Operation } from '../operations/operation.ts';
import type { WorkspaceRecord } from '../storage/workspaces.ts';
import type { WorkspaceSettings } from '../workspaces/add-workspace.ts';
import type { Caller } from './caller.ts';

/** What a workspace is like that a caller creates. */
interface OwnSettings
  extends Pick<WorkspaceSettings, 'partnerId' | 'state' | 'expiresOn' | 'limit'> {
  /** Whether the sandbox chooses its enterprise ID. */
  readonly hasOwnId?: boolean;
  /** The response if there are as many as `limit` already. */
  readonly limitReached?: ApiResponse;
}

/** What a shared sandbox adds to the control surface. */
export interface ControlExtension {
  readonly operations: readonly Operation<'control'>[];
  /** Whether anybody can create a workspace without a key. */
  readonly isOpen: boolean;
  handlers(ofWorkspace: OfWorkspace): Readonly<Record<string, Handler>>;
  /** Who sends a request, or the response to somebody who may not. */
  callerOf(request: ApiRequest, operationId: string | undefined): Promise<Caller | ApiResponse>;
  /** What a workspace that this caller creates is like. */
  settingsFor(caller: Caller, now: number): OwnSettings;
  /** The response to more faults than a workspace may have. */
  refuseFaults(workspace: WorkspaceRecord, faults: number): ApiResponse | undefined;
  /** Adds a request to the audit trail. */
  audit(
    caller: Caller,
    request: {
      readonly operation: Operation<'control'>;
      readonly enterpriseId: string | undefined;
      readonly status: number;
    },
  ): Promise<void>;
}
