import type { OperationError, OperationId, Operations, Result } from '@telecrm/workspace';
import type { CallContext } from '../clock/clock.ts';
import type { ApiResponse } from '../http/api-response.ts';
import { exampleOfCode } from '../operations/error-example.ts';
import type { Operation } from '../operations/operation.ts';
import { unauthorized } from '../responses/documented-errors.ts';
import type { WorkspaceRecord } from '../storage/workspaces.ts';
import type { Parameters } from '../validation/parameter-issues.ts';
import type { Call } from './call.ts';
import type { ServerContext } from './server-context.ts';

/** The maximum number of dropped parts that are logged per request. */
const maxDropped = 20;

/** A request that has been validated. */
interface CheckedRequest extends Parameters {
  readonly body: unknown;
  /** In bytes. */
  readonly size: number;
}

/** A request with its workspace and its time. */
interface Work {
  readonly request: CheckedRequest;
  readonly workspace: WorkspaceRecord;
  readonly context: CallContext;
}

/** Runs a request in a workspace. */
export async function runOperation(
  { queue, open, observer, policy }: ServerContext,
  call: Call,
  { request, workspace, context }: Work,
): Promise<ApiResponse> {
  const { operation } = call;
  const { status, example } = operation.success;
  if (operation.api === 'async') {
    const { body, size } = request;
    const bound = policy?.queueBound(workspace);
    const sent = { body, size, context, limit: bound?.limit };
    const queued = await queue.add(workspace.enterpriseId, sent);
    // Without a bound, the only other reason is that the workspace was deleted in the meantime.
    if (queued === 'full' && bound) return bound.rejection;
    if (typeof queued === 'string') return unauthorized(operation);
    call.ingestionId = queued.id;
    return { status, body: example };
  }
  const { operations } = await open(workspace, context);
  const run = operationOf(operations, operation.id);
  const result = await run(request);
  if (!result.ok) return errorOf(operation, result);
  const { dropped = [] } = result;
  if (dropped.length > 0) observer?.dropped(operation.api, dropped);
  call.dropped = dropped.slice(0, maxDropped);
  return { status, body: result.data };
}

type Run = (input: object) => Promise<Result<unknown>>;

function operationOf(operations: Operations, id: string): Run {
  if (!isOperationId(id, operations)) throw new Error(`The workspace does not know ${id}`);
  // Path and query have been validated against the types that the operation expects.
  return operations[id] as Run;
}

function isOperationId(id: string, operations: Operations): id is OperationId {
  return Object.hasOwn(operations, id);
}

/** An error has the status of the operation's example with the same code. */
function errorOf(operation: Operation, { code, message, details }: OperationError): ApiResponse {
  const documented = exampleOfCode(operation, code);
  if (!documented) throw new Error(`${operation.id} documents no ${code}`);
  return {
    status: Number(documented.status),
    body: { error: { code, message, ...(details && { details }) } },
  };
}
