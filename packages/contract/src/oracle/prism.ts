import { createInstance, getHttpOperationsFromSpec } from '@stoplight/prism-http';
import type { Request } from '../call.ts';
import { type ApiOperation, apiOf } from '../operations.ts';

type Components = Parameters<typeof createInstance>[1];
type Resource = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

/** The issues that Prism finds in a request, each with its path and message. */
export type PrismVerdict = (operation: ApiOperation, request: Request) => Promise<string[]>;

/** Prism as a validator of requests: it produces no responses. */
export async function createPrismVerdict(
  operations: readonly ApiOperation[],
): Promise<PrismVerdict> {
  const resources = new Map<string, Resource>();
  for (const { document } of new Set(operations.map(apiOf))) {
    // Prism resolves references in place.
    for (const one of await getHttpOperationsFromSpec(structuredClone(document))) {
      resources.set(one.iid ?? '', one);
    }
  }
  let found: string[] = [];
  const forward: NonNullable<Components['forward']> = (input) => () => async () => {
    found = input.validations.map(({ path = [], message }) => `${path.join('.')} ${message}`);
    return { _tag: 'Right', right: { statusCode: 200 } };
  };
  const route: Components['route'] = ({ resources: [resource] }) =>
    resource
      ? { _tag: 'Right', right: resource }
      : { _tag: 'Left', left: new Error('No operation was given') };
  const prism = createInstance(config, { logger: silent(), route, forward });
  return async ({ id, method, path }, request) => {
    const resource = resources.get(id);
    if (!resource) throw new Error(`Prism does not know ${id}`);
    found = [];
    const call = {
      // Prism writes HTTP methods in lower case.
      method: method.toLowerCase() as 'get',
      url: { path: filled(path, request.path), query: textOf(request.query) },
      ...(request.body !== undefined && {
        body: request.body,
        headers: { 'content-type': 'application/json' },
      }),
    };
    await prism.request(call, [resource], config)();
    return found;
  };
}

const config = {
  isProxy: true,
  errors: true,
  upstream: new URL('http://forward.invalid'),
  upstreamProxy: undefined,
  validateRequest: true,
  validateResponse: false,
  checkSecurity: false,
  mock: { dynamic: false },
} as const;

function filled(template: string, values: Request['path']): string {
  return template.replace(/\{(.+?)\}/g, (_, name: string) =>
    encodeURIComponent(String(values[name])),
  );
}

/** On the wire a parameter is text. */
function textOf(query: Request['query']): Record<string, string> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
}

function silent(): Components['logger'] {
  const nothing = () => {};
  const logger: Record<string, unknown> = { child: () => logger };
  for (const level of ['trace', 'debug', 'info', 'success', 'warn', 'error', 'fatal']) {
    logger[level] = nothing;
  }
  // The only methods of the pino logger that Prism calls.
  return logger as unknown as Components['logger'];
}
