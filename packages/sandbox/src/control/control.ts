import { checkResponse } from '../calls/check-response.ts';
import type { ServerContext } from '../calls/server-context.ts';
import { controlOperations } from '../generated/control-operations.ts';
import * as controlValidators from '../generated/control-validators.ts';
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
import type { Handlers } from './handler.ts';
import { createHandlers } from './handlers.ts';

/** The only operation that needs no token. */
const open = 'getHealth';

const router = createRouter(controlOperations);

/** Creates the handler of the control surface. Requests and responses are validated against its description. */
export function createControlHandler(
  server: ServerContext,
  controlToken: string | undefined,
): (request: ApiRequest) => Promise<ApiResponse> {
  addValidators(controlValidators);
  const guard = createGuard(controlToken);
  const handlers = createHandlers(server);
  return async (request) => {
    const match = router.match(request.method, request.pathname);
    if (match === undefined) return guard(request) ?? nowhere();
    if (!('operation' in match)) {
      return guard(request) ?? methodNotAllowed(request.method, match.methods);
    }
    const { operation, segments } = match;
    request.onRouted?.(operation);
    const rejection = operation.id === open ? undefined : guard(request);
    if (rejection) return rejection;
    try {
      return await answer(server, handlers, { operation, request, segments });
    } catch (error) {
      return internalError(error, request.method, server.log);
    }
  };
}

interface ControlCall {
  operation: Operation<'control'>;
  request: ApiRequest;
  segments: readonly string[];
}

async function answer(
  server: ServerContext,
  handlers: Handlers,
  { operation, request, segments }: ControlCall,
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
  const { refused } = checkBody(operation, { body, size, relaxed: false });
  if (issues.length + refused.length > 0)
    return validationError(operation, [...issues, ...refused]);
  // The handlers are typed by the description that the operations are generated from.
  const handle = handlers[operation.id as keyof Handlers];
  const response = await handle({ path, query, body, context });
  return checkResponse(operation, response, [], server);
}

function nowhere(): ApiResponse {
  const paths = [...new Set(controlOperations.map(({ path }) => path))];
  const message = `There is no such path here. There is ${paths.join(', ')}.`;
  return errorResponse(404, 'NOT_FOUND', message);
}
