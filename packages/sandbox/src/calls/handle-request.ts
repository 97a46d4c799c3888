import type { Answer } from '../faults/apply-fault.ts';
import { operations } from '../generated/operations.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { type ApiResponse, errorResponse } from '../http/api-response.ts';
import type { LoggedRequest } from '../requests/logged-request.ts';
import { internalError } from '../responses/internal-error.ts';
import { methodNotAllowed } from '../routing/method-not-allowed.ts';
import { createRouter } from '../routing/router.ts';
import { noSuchPath, operationMeant } from '../routing/suggest-path.ts';
import type { Grant } from '../workspaces/registry.ts';
import { answerCall } from './answer-call.ts';
import type { Call } from './call.ts';
import type { ServerContext } from './server-context.ts';

/** Answers requests to the two APIs. */
export type RequestHandler = (request: ApiRequest) => Promise<Answer>;

const router = createRouter(operations);

/** Makes the handler of both APIs: it routes a request, has it answered, and remembers it. */
export function createRequestHandler(server: ServerContext): RequestHandler {
  return async (request) => {
    const { method, pathname } = request;
    const match = router.match(method, pathname);
    const grant = server.registry.grant(request.header('authorization'));
    if (match === undefined) {
      const message = noSuchPath(operations, method, pathname);
      return missed(server, request, grant, errorResponse(404, 'NOT_FOUND', message));
    }
    if (!('operation' in match)) {
      return missed(server, request, grant, wrongMethod(request, match));
    }
    const context = server.clock.beginCall();
    const began = { time: context.now(), at: server.clock.elapsed() };
    const { operation, segments } = match;
    const call: Call = { operation, request, segments, grant, context, notes: [], hadFault: false };
    const answer = await answerCall(server, call).catch((error: unknown) =>
      internalError(error, method, server.log),
    );
    remember(server, grant, pathname, {
      time: began.time,
      method,
      operation: operation.id,
      status: answer === 'cut' ? null : answer.status,
      durationMs: Math.round((server.clock.elapsed() - began.at) * 1000) / 1000,
      fault: call.hadFault,
      violations: call.notes,
    });
    return answer;
  };
}

/** A path that ends in a parameter takes anything there, also the last step of a path that was misspelled elsewhere. */
function wrongMethod(
  { method, pathname }: ApiRequest,
  { path, methods }: { path: string; methods: readonly string[] },
): ApiResponse {
  const meant = path.endsWith('}') ? operationMeant(operations, method, pathname) : undefined;
  if (meant === undefined) return methodNotAllowed(method, methods);
  return errorResponse(404, 'NOT_FOUND', noSuchPath([meant], meant.method, pathname));
}

/** Remembers a request to no operation; what its path was is not kept, as some put their token there. */
function missed(
  server: ServerContext,
  { method, pathname }: ApiRequest,
  grant: Grant | undefined,
  response: ApiResponse,
): ApiResponse {
  const message = (response.body as { error?: { message?: string } } | undefined)?.error?.message;
  remember(server, grant, pathname, {
    time: server.clock.beginCall().now(),
    method,
    operation: null,
    status: response.status,
    durationMs: 0,
    fault: false,
    violations: message === undefined ? [] : [message],
  });
  return response;
}

/** Files a request under the workspace of its token; without one under the workspace that its path names, apart. */
function remember(
  { registry }: ServerContext,
  grant: Grant | undefined,
  pathname: string,
  entry: LoggedRequest,
): void {
  if (grant) {
    grant.tenant.requests.add(entry, true);
    return;
  }
  const [, named = ''] = /\/enterprise\/([^/]+)/.exec(pathname) ?? [];
  registry.get(named)?.requests.add(entry, false);
}
