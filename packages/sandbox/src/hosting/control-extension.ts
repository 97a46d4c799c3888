import type { Handler, OfWorkspace } from '../control/handler.ts';
import type { ApiRequest } from '../http/api-request.ts';
import type { ApiResponse } from '../http/api-response.ts';
import type { Operation } from '../operations/operation.ts';
import type { WorkspaceRecord } from '../storage/workspaces.ts';
import type { WorkspaceSettings } from '../workspaces/add-workspace.ts';
import type { Caller } from './callers/caller.ts';

/** The properties of a workspace that a caller creates. */
interface CallerSettings
  extends Pick<WorkspaceSettings, 'partnerId' | 'state' | 'expiresOn' | 'limit'> {
  /** Whether the sandbox chooses its enterprise ID. */
  readonly isIdGenerated?: boolean;
  /** The maximum length of its definition as JSON. */
  readonly maxDefinition?: number;
  /** The response if there are already `limit` workspaces. */
  readonly limitReached?: ApiResponse;
}

/** The operations and rules that a shared sandbox adds to the control surface. */
export interface ControlExtension {
  readonly operations: readonly Operation<'control'>[];
  /** Whether anybody can create a workspace without a key. */
  readonly isOpen: boolean;
  /** Additional handlers, and replacements for those of every sandbox. */
  handlers(
    ofWorkspace: OfWorkspace,
    base: { readonly createWorkspace: Handler },
  ): Readonly<Record<string, Handler>>;
  /** Identifies the caller, or returns the error response for an unauthorized one. */
  callerOf(request: ApiRequest, operationId: string | undefined): Promise<Caller | ApiResponse>;
  /** The properties of a workspace that this caller creates. */
  settingsFor(caller: Caller, now: number): CallerSettings;
  /**
   * Deletes a workspace that a partner has just created if the partner has been deleted meanwhile, and returns the
   * error response.
   */
  withdraw(caller: Caller, enterpriseId: string): Promise<ApiResponse | undefined>;
  /** The response if a workspace would have more faults than allowed. */
  checkFaultQuota(workspace: WorkspaceRecord, faults: number): ApiResponse | undefined;
  /**
   * Adds a request to the audit trail, if it may change something. Rejects if it cannot be stored; the request must not
   * be processed then.
   *
   * @returns A function that adds the result, which never rejects.
   */
  audit(
    caller: Caller,
    request: {
      readonly operation: Operation<'control'>;
      readonly enterpriseId: string | undefined;
    },
  ): Promise<((response: ApiResponse) => Promise<void>) | undefined>;
}
