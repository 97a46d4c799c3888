import { yieldToEventLoop } from '@telecrm/workspace/store';
import type { CallContext } from '../clock/clock.ts';
import type { ApiResponse } from '../http/api-response.ts';
import { largeBody } from '../http/large-body.ts';
import { readJson } from '../http/read-json.ts';
import { acknowledge } from '../responses/acknowledgement.ts';
import { validationError } from '../responses/validation-error.ts';
import type { WorkspaceRecord } from '../storage/workspaces.ts';
import { checkBody } from '../validation/body-issues.ts';
import { readParameters } from '../validation/parameter-issues.ts';
import { type Call, note } from './call.ts';
import { checkResponse } from './check-response.ts';
import { runOperation } from './run-operation.ts';
import type { ServerContext } from './server-context.ts';

const noBody = { body: undefined, size: 0 };

/** The path parameters of a request, its workspace and its time. */
interface Target {
  readonly path: Readonly<Record<string, string>>;
  readonly workspace: WorkspaceRecord;
  readonly context: CallContext;
}

/** Validates a request against the spec, runs it in the workspace, and validates the response. */
export async function respondFromWorkspace(
  server: ServerContext,
  call: Call,
  { path, workspace, context }: Target,
): Promise<ApiResponse> {
  const { operation, request } = call;
  const read = operation.body ? await readJson(request) : noBody;
  if ('error' in read) return read.error;
  const { body, size } = read;
  const parameters = readParameters(operation, { path, search: request.search, relaxed: true });
  // The ingestion stores the body of a queued request.
  const inLog = operation.api === 'sync' && body !== undefined;
  const { enterpriseId: _, ...rest } = path;
  call.sent = { path: rest, query: parameters.query, ...(inLog && { body }) };
  call.bytes = inLog ? size : 0;
  call.size = size;
  const ofBody = checkBody(operation, { body, size, relaxed: true });
  const rejected = [...parameters.issues, ...ofBody.rejected];
  if (rejected.length > 0) {
    note(call, rejected);
    return validationError(operation, rejected);
  }
  const exceeded = await server.policy?.charge(operation, workspace, read);
  if (exceeded) return exceeded;
  // The workspace handles invalid values of the entries.
  note(call, ofBody.noted);
  const checked = { path: parameters.path, query: parameters.query, body, size };
  const isLarge = size > largeBody;
  if (isLarge) await yieldToEventLoop();
  const response = await runOperation(server, call, { request: checked, workspace, context });
  // The response to a large body may also be large.
  if (isLarge) await yieldToEventLoop();
  const checkedResponse = checkResponse(operation, response, call.notes, server);
  // Observed acknowledgements are not those of the spec.
  if (call.ingestionId === null) return checkedResponse;
  return acknowledge(checkedResponse, workspace.definition.variants);
}
