import { checkResponse } from '../calls/check-response.ts';
import type { ServerContext } from '../calls/server-context.ts';
import { controlOperations } from '../generated/control-operations.ts';
import * as controlValidators from '../generated/control-validators.ts';
import { type Caller, operator } from '../hosting/callers/caller.ts';
import type { ControlExtension } from '../hosting/control-extension.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { type ApiResponse, errorResponse } from '../http/api-response.ts';
import { readJson } from '../http/read-json.ts';
import type { Operation } from '../operations/operation.ts';
import { internalError } from '../responses/internal-error.ts';
import { validationError } from '../responses/validation-error.ts';
import { methodNotAllowed } from '../routing/method-not-allowed.ts';
import { readPath } from '../routing/path-parameters.ts';
import { createRouter } from '../routing/router.ts';
import { checkBody } from '../validation/body-issues.ts';
import { addValidators } from '../validation/compiled.ts';
import { readParameters } from '../validation/parameter-issues.ts';
import { createGuard } from './guard.ts';
import type { Handler } from './handler.ts';
import { createHandlers, forWorkspace } from './handlers.ts';

/** The only operation that needs no token. */
const open = 'getHealth';

/** Creates the handler of the control surface. Requests and responses are validated against its description. */
export function createControlHandler(
  server: ServerContext,
  controlToken: string | undefined,
  extension?: ControlExtension,
): (request: ApiRequest) => Promise<ApiResponse> {
  addValidators(controlValidators);
  const guard = createGuard(controlToken);
  const identify: Identify = extension
    ? extension.callerOf
    : async (request) => guard(request) ?? operator;
  const operations = [...controlOperations, ...(extension?.operations ?? [])];
  const router = createRouter(operations);
  const control = { ...server, extension };
  const ofWorkspace = forWorkspace(control);
  const base = createHandlers(control, ofWorkspace);
  const handlers: Record<string, Handler> = { ...base, ...extension?.handlers(ofWorkspace, base) };
  return async (request) => {
    const match = router.match(request.method, request.pathname);
    const fail = (error: unknown) => internalError(error, request.method, server.log);
    try {
      if (match === undefined || !('operation' in match)) {
        const caller = await identify(request, undefined);
        if ('status' in caller) return caller;
        return match ? methodNotAllowed(request.method, match.methods) : notFound(operations);
      }
      const { operation, segments } = match;
      request.onRouted?.(operation);
      const caller = operation.id === open ? operator : await identify(request, operation.id);
      if ('status' in caller) return caller;
      const [, , , enterpriseId] = segments;
      const complete = await extension?.audit(caller, { operation, enterpriseId });
      const call = { operation, request, segments, caller };
      const response = await handle(server, handlers, call).catch(fail);
      await complete?.(response);
      return response;
    } catch (error) {
      return fail(error);
    }
  };
}

/** Identifies the caller, or returns the error response for an unauthorized one. */
type Identify = (
  request: ApiRequest,
  operationId: string | undefined,
) => Promise<Caller | ApiResponse>;

interface ControlCall {
  caller: Caller;
  operation: Operation<'control'>;
  request: ApiRequest;
  segments: readonly string[];
}

async function handle(
  server: ServerContext,
  handlers: Readonly<Record<string, Handler>>,
  { operation, request, segments, caller }: ControlCall,
): Promise<ApiResponse> {
  const context = server.clock.beginCall();
  const read = readPath(operation, segments);
  if ('issue' in read) return validationError(operation, [read.issue]);
  const json = operation.body ? await readJson(request) : { body: undefined, size: 0 };
  if ('error' in json) return json.error;
  const { body, size } = json;
  const { path, query, issues } = readParameters(operation, {
    path: read.path,
    search: request.search,
    relaxed: false,
  });
  const { rejected } = checkBody(operation, { body, size, relaxed: false });
  if (issues.length + rejected.length > 0)
    return validationError(operation, [...issues, ...rejected]);
  // The handlers are typed by the same description that the operations are generated from.
  const handle = handlers[operation.id];
  if (handle === undefined) throw new Error(`There is no handler of ${operation.id}`);
  const response = await handle({ path, query, body, context, caller, operation });
  return checkResponse(operation, response, [], server);
}

function notFound(operations: readonly Operation<'control'>[]): ApiResponse {
  const paths = [...new Set(operations.map(({ path }) => path))];
  const message = `There is no such path. The paths are ${paths.join(', ')}.`;
  return errorResponse(404, 'NOT_FOUND', message);
}
