import { type Answer, applyFault } from '../faults/apply-fault.ts';
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
import { formatIssue } from '../validation/format-issue.ts';
import type { Grant } from '../workspaces/registry.ts';
import { answerFromExamples } from './answer-from-examples.ts';
import { answerFromWorkspace } from './answer-from-workspace.ts';
import type { Call } from './call.ts';
import type { ServerContext } from './server-context.ts';

/** Handles a request: token, rate limit, path, enterprise, fault, then the workspace or the examples. */
export async function answerCall(server: ServerContext, call: Call): Promise<Answer> {
  const { operation, request, grant, notes, context } = call;
  if (grant?.api !== operation.api) {
    notes.push(whyUnauthorized(request.header('authorization'), grant, operation));
    return unauthorized(operation);
  }
  const seconds = server.limiters[operation.api].take(grant.token);
  if (seconds > 0) return tooManyRequests(operation, seconds);
  const read = readPath(operation, call.segments);
  if ('issue' in read) {
    notes.push(formatIssue(read.issue));
    return validationError(operation, [read.issue]);
  }
  const { tenant } = grant;
  const prefer = parsePrefer(request.header('prefer'));
  let work: () => Promise<ApiResponse>;
  if (server.stateless || prefer !== undefined) {
    const choice = await server.examples.choose(operation, prefer);
    if ('problem' in choice) return errorResponse(400, 'BAD_REQUEST', choice.problem);
    work = () => answerFromExamples(call, read.path, choice);
  } else {
    const { enterpriseId = '' } = read.path;
    if (enterpriseId !== tenant.enterpriseId) {
      const { unauthorizedUnknownEnterprise } = tenant.definition.variants;
      return unauthorizedUnknownEnterprise && operation.api === 'sync'
        ? unknownEnterprise(enterpriseId)
        : enterpriseNotFound(operation, enterpriseId);
    }
    // In deterministic mode, a response must not depend on how much of the queue has been processed.
    if (server.clock.deterministic) await tenant.ingestions.drain();
    else if (tenant.ingestions.queued > 0) await tenant.ingestions.catchUp();
    work = () => answerFromWorkspace(server, call, { path: read.path, tenant, context });
  }
  const fault = tenant.faults.take(operation.id);
  if (fault === undefined) return work();
  call.hadFault = true;
  return applyFault(fault, operation, work);
}

// telecrm's response does not distinguish these, so people look for the mistake in the body.
function whyUnauthorized(
  header: string | undefined,
  grant: Grant | undefined,
  { api }: Operation,
): string {
  if (grant) return `The token is of the ${grant.api} API: send the ${api} token.`;
  const sent = header === undefined ? 'There is no token' : 'The token is unknown';
  return `${sent}: send Authorization: Bearer and the ${api} token.`;
}
