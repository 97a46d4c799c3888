import type { CallContext } from '../clock/clock.ts';
import { contextFor } from '../clock/workspace-clock.ts';
import type { ResponseOrCut } from '../faults/apply-fault.ts';
import { operations } from '../generated/operations.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { type ApiResponse, errorResponse } from '../http/api-response.ts';
import type { LoggedRequest } from '../requests/logged-request.ts';
import { internalError } from '../responses/internal-error.ts';
import { methodNotAllowed } from '../routing/method-not-allowed.ts';
import { createRouter } from '../routing/router.ts';
import { noSuchPath, operationMeant } from '../routing/suggest-path.ts';
import type { TokenGrant } from '../storage/workspaces.ts';
import type { Call } from './call.ts';
import { handleCall } from './handle-call.ts';
import type { ServerContext } from './server-context.ts';

/** Handles requests to the two APIs. */
export type RequestHandler = (request: ApiRequest) => Promise<ResponseOrCut>;

const router = createRouter(operations);

/** Creates the handler of both APIs: it routes a request, handles it, and logs it. */
export function createRequestHandler(server: ServerContext): RequestHandler {
  return async (request) => {
    const { method, pathname } = request;
    const match = router.match(method, pathname);
    const grant = await server.grantOf(request.header('authorization'));
    if (match === undefined) {
      const message = noSuchPath(operations, method, pathname);
      return logUnmatched(server, request, grant, errorResponse(404, 'NOT_FOUND', message));
    }
    if (!('operation' in match)) {
      return logUnmatched(server, request, grant, wrongMethod(request, match));
    }
    request.onRouted?.(match.operation);
    const context = contextOf(server, grant);
    const began = { time: context.now(), at: server.clock.elapsed() };
    const { operation, segments } = match;
    const call: Call = {
      ...{ operation, request, segments, grant, context, notes: [], hadFault: false },
      ...{ size: 0, bytes: 0, dropped: [], ingestionId: null },
    };
    const result = await handleCall(server, call).catch(
      (error: unknown) =>
        server.policy?.rejectionOf(error) ?? internalError(error, method, server.log),
    );
    const response = finish(server, call, result);
    const entry: LoggedRequest = {
      time: began.time,
      method,
      operation: operation.id,
      status: response === 'cut' ? null : response.status,
      error: response === 'cut' ? null : errorOf(response).code,
      durationMs: Math.round((server.clock.elapsed() - began.at) * 1000) / 1000,
      fault: call.hadFault,
      violations: call.notes,
      sent: call.sent ?? null,
      dropped: call.dropped,
      ingestionId: call.ingestionId,
    };
    logRequest(server, grant, pathname, entry, call.bytes);
    return response;
  };
}

/** A path that ends with a parameter also matches a path with an earlier misspelled segment. */
function wrongMethod(
  { method, pathname }: ApiRequest,
  { path, methods }: { path: string; methods: readonly string[] },
): ApiResponse {
  const meant = path.endsWith('}') ? operationMeant(operations, method, pathname) : undefined;
  if (meant === undefined) return methodNotAllowed(method, methods);
  return errorResponse(404, 'NOT_FOUND', noSuchPath([meant], meant.method, pathname));
}

/** Logs a request that matches no operation, without its path, because some programs send their token in it. */
function logUnmatched(
  server: ServerContext,
  { method, pathname }: ApiRequest,
  grant: TokenGrant | undefined,
  response: ApiResponse,
): ApiResponse {
  const { code, message } = errorOf(response);
  logRequest(server, grant, pathname, {
    time: contextOf(server, grant).now(),
    method,
    operation: null,
    status: response.status,
    error: code,
    durationMs: 0,
    fault: false,
    violations: message === undefined ? [] : [message],
    ...{ sent: null, dropped: [], ingestionId: null },
  });
  return response;
}

/** The error in a response. A fault may have set any other body. */
function errorOf({ body }: ApiResponse): { code: string | null; message: string | undefined } {
  const { code, message } = Object(Object(body).error);
  return {
    code: typeof code === 'string' ? code : null,
    message: typeof message === 'string' ? message : undefined,
  };
}

/** Adds the headers of a shared sandbox to the response to an authorized request. */
function finish(
  { policy }: ServerContext,
  { grant, operation, size }: Call,
  response: ResponseOrCut,
) {
  if (policy === undefined || grant?.api !== operation.api) return response;
  return policy.finish(operation, grant.workspace, { bytes: size, response });
}

/** The time and the IDs of a request, according to the clock of its workspace if it has a token. */
function contextOf({ clock }: ServerContext, grant: TokenGrant | undefined): CallContext {
  const context = clock.beginCall();
  return grant ? contextFor(context, grant.workspace.clock) : context;
}

/**
 * Logs a request in the workspace of its token, or otherwise in a separate log of the workspace that its path names.
 */
function logRequest(
  { storage }: ServerContext,
  grant: TokenGrant | undefined,
  pathname: string,
  entry: LoggedRequest,
  bytes = 0,
): void {
  const [, named = ''] = grant ? [] : (/\/enterprise\/([^/]+)/.exec(pathname) ?? []);
  const enterpriseId = grant?.workspace.enterpriseId ?? named;
  storage.requests.add(enterpriseId, entry, { isAuthorized: grant !== undefined, bytes });
}
