import { createInstance, getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { type ApiResponse, type ExampleRequest, errorResponse } from '@telecrm/sandbox/adapter';
import { type ApiModel, apis, type Operation } from '@telecrm/spec/model';
import type { Preference } from './choose-example.ts';

type Components = Parameters<typeof createInstance>[1];

/** An operation in Prism's model. */
type Resource = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

/** Responds with the examples of the spec. */
export interface Prism {
  readonly operations: ReadonlyMap<string, Operation>;
  respond(
    operation: Operation,
    request: ExampleRequest,
    preference: Preference | undefined,
  ): Promise<ApiResponse>;
}

const config = {
  isProxy: false,
  // The request has already been validated, and the lint of the spec validates the examples.
  errors: false,
  validateRequest: false,
  validateResponse: false,
  // The spec does not contain which token is valid for which API, so tokens are checked before.
  checkSecurity: false,
  upstreamProxy: undefined,
  mock: { dynamic: false },
} as const;

const json = { 'content-type': 'application/json' };

/** Prepares Prism for the operations of both APIs. */
export async function createPrism(): Promise<Prism> {
  const { sync, async } = apis();
  const resources = new Map([...(await resourcesOf(sync)), ...(await resourcesOf(async))]);
  const operations = [...sync.operations, ...async.operations].map(
    (operation) => [operation.id, operation] as const,
  );
  const route: Components['route'] = ({ resources: [resource] }) =>
    resource
      ? { _tag: 'Right', right: resource }
      : { _tag: 'Left', left: new Error('No operation was given') };
  const prism = createInstance(config, { logger: silent(), route });
  return {
    operations: new Map(operations),
    async respond({ id, method, path }, { body }, preference) {
      const resource = resources.get(id);
      if (!resource) throw new Error(`Prism does not know ${id}`);
      const request = {
        // The methods of an OpenAPI document are the ones of HTTP, which Prism writes in lower case.
        method: method.toLowerCase() as 'get',
        url: { path, query: {} },
        body,
        // Otherwise Prism would throw and catch an error in each call.
        ...(body !== undefined && { headers: json }),
      };
      const options = preference ? { ...config, mock: preference } : config;
      const result = await prism.request(request, [resource], options)();
      if (result._tag === 'Left') return prismError(result.left);
      const { statusCode, headers, body: example } = result.right.output;
      return { status: statusCode, body: example, headers: withoutGaps(headers) };
    },
  };
}

async function resourcesOf({ document }: ApiModel): Promise<[string, Resource][]> {
  // Prism resolves references in the object itself.
  const resources = await getHttpOperationsFromSpec(structuredClone(document));
  return resources.map((resource) => [resource.iid ?? '', resource]);
}

// Prism returns null for a documented header without a known value.
function withoutGaps(headers: Record<string, string | null> = {}): Record<string, string> {
  const known = Object.entries(headers).flatMap(([name, value]): [string, string][] => {
    const lowerCase = name.toLowerCase();
    return value === null || lowerCase === 'content-type' ? [] : [[lowerCase, value]];
  });
  return Object.fromEntries(known);
}

function prismError(error: Error): ApiResponse {
  const message = `The sandbox could not make this response from the spec: ${error.message}`;
  return errorResponse(500, 'INTERNAL_SERVER_ERROR', message);
}

// Prism logs headers and bodies, including tokens. They must not be logged, and logging is slow.
function silent(): Components['logger'] {
  const nothing = () => {};
  const logger: Record<string, unknown> = { child: () => logger };
  for (const level of ['trace', 'debug', 'info', 'success', 'warn', 'error', 'fatal']) {
    logger[level] = nothing;
  }
  // These are the only functions of pino that Prism calls.
  return logger as unknown as Components['logger'];
}
