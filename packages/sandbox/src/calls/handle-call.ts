import { applyFault, type ResponseOrCut } from '../faults/apply-fault.ts';
import { type ApiResponse, errorResponse } from '../http/api-response.ts';
import type { Operation } from '../operations/operation.ts';
import { parsePrefer } from '../prefer/prefer.ts';
import {
  enterpriseNotFound,
  tooManyRequests,
  unauthorized,
  unknownEnterprise,
} from '../responses/documented-errors.ts';
import { validationError } from '../responses/validation-error.ts';
import { readPath } from '../routing/path-parameters.ts';
import type { TokenGrant } from '../storage/workspaces.ts';
import { formatIssue } from '../validation/format-issue.ts';
import type { Call } from './call.ts';
import { respondFromExamples } from './respond-from-examples.ts';
import { respondFromWorkspace } from './respond-from-workspace.ts';
import type { ServerContext } from './server-context.ts';

/** Processes a request: token, rate limit, path, enterprise, fault, then the workspace or the examples. */
export async function handleCall(server: ServerContext, call: Call): Promise<ResponseOrCut> {
  const { operation, request, grant, notes, context } = call;
  if (grant?.api !== operation.api) {
    notes.push(unauthorizedReason(request.header('authorization'), grant, operation));
    return unauthorized(operation);
  }
  const { workspace } = grant;
  const { storage, queue } = server;
  const limit = server.rateLimits[operation.api];
  const seconds = limit ? await storage.rateLimits.take(workspace.enterpriseId, limit) : 0;
  if (seconds > 0) return tooManyRequests(operation, seconds);
  const rejection = await server.policy?.check(operation, workspace);
  if (rejection) return rejection;
  const read = readPath(operation, call.segments);
  if ('issue' in read) {
    notes.push(formatIssue(read.issue));
    return validationError(operation, [read.issue]);
  }
  const prefer = parsePrefer(request.header('prefer'));
  let work: () => Promise<ApiResponse>;
  if (server.stateless || prefer !== undefined) {
    const choice = await server.examples.choose(operation, prefer);
    if ('problem' in choice) return errorResponse(400, 'BAD_REQUEST', choice.problem);
    work = () => respondFromExamples(call, read.path, choice);
  } else {
    const { enterpriseId = '' } = read.path;
    if (enterpriseId !== workspace.enterpriseId) {
      const { unauthorizedUnknownEnterprise } = workspace.definition.variants;
      return unauthorizedUnknownEnterprise && operation.api === 'sync'
        ? unknownEnterprise(enterpriseId)
        : enterpriseNotFound(operation, enterpriseId);
    }
    if (grant.hasQueued) {
      // In deterministic mode, a response must not depend on how much of the queue has been processed.
      if (server.clock.deterministic) await queue.drain(enterpriseId);
      else await queue.catchUp(enterpriseId);
    }
    work = () => respondFromWorkspace(server, call, { path: read.path, workspace, context });
  }
  const fault = grant.hasFaults
    ? await storage.faults.take(workspace.enterpriseId, operation.id)
    : undefined;
  if (fault === undefined) return work();
  call.hadFault = true;
  return applyFault(fault, operation, work, request.delay);
}

// The reason for a 401, for the request log. telecrm's response does not contain it, so people look for the mistake in
// the body.
function unauthorizedReason(
  header: string | undefined,
  grant: TokenGrant | undefined,
  { api }: Operation,
): string {
  if (grant) return `The token is of the ${grant.api} API: send the ${api} token.`;
  const sent = header === undefined ? 'There is no token' : 'The token is unknown';
  return `${sent}: send Authorization: Bearer and the ${api} token.`;
}
