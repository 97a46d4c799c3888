import type { ServerContext } from '../calls/server-context.ts';
import type { CallContext } from '../clock/clock.ts';
import type { operations } from '../generated/control-types.ts';
import type { ApiResponse } from '../http/api-response.ts';
import type { LeadListRequest } from '../workspaces/sandbox-workspace.ts';
import type { Tenant } from '../workspaces/tenant.ts';

/** What a handler is given: a request that fits the description. */
export interface ControlRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: LeadListRequest;
  readonly body: unknown;
  readonly context: CallContext;
}

/** Answers one operation of the control surface. */
type Handler = (request: ControlRequest) => ApiResponse | Promise<ApiResponse>;

/** One handler for each operation that the description has. */
export type Handlers = Record<keyof operations, Handler>;

/** What the handlers work on. */
export type ControlContext = Pick<ServerContext, 'registry' | 'limiters'>;

/** Makes a handler for the workspace that the path names. */
export type OfTenant = (
  handle: (tenant: Tenant, request: ControlRequest) => ApiResponse | Promise<ApiResponse>,
) => Handler;

export function ok(body: unknown): ApiResponse {
  return { status: 200, body };
}
