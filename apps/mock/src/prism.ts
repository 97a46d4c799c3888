import { createInstance } from '@stoplight/prism-http';
import type { Answer, MockRequest, Violation } from './answer.ts';
import { failure, type MockResponse } from './envelope.ts';
import type { Operation, Resource } from './operations.ts';

type Components = Parameters<typeof createInstance>[1];
type Forward = NonNullable<Components['forward']>;

/** Puts a routed request to Prism, which validates it, has it answered and fills in examples. */
export type Prism = (operation: Operation<string>, request: MockRequest) => Promise<MockResponse>;

const config = {
  // With `isProxy` Prism hands every request to `forward`, with its complaints; nothing is proxied.
  isProxy: true,
  errors: true,
  upstream: new URL('http://forward.invalid'),
  upstreamProxy: undefined,
  validateRequest: true,
  // The answers are the spec's own examples, which its lint has validated.
  validateResponse: false,
  // Which token opens which API is not in the spec, so tokens are judged before Prism.
  checkSecurity: false,
  mock: { dynamic: false },
} as const;

// The name by which Prism knows that it is to answer from the examples itself.
const fromExamples = {
  _tag: 'Left',
  left: Object.assign(new Error('From the examples'), {
    name: 'https://stoplight.io/prism/errors#UPSTREAM_NOT_IMPLEMENTED',
  }),
} as const;

export function createPrism(operations: readonly Operation<string>[], answer: Answer): Prism {
  const byResource = new Map(
    operations.flatMap((operation) => [
      [operation.resource, operation],
      [operation.gate, operation],
    ]),
  );
  const operationOf = (resource: Resource | undefined): Operation<string> => {
    const operation = resource && byResource.get(resource);
    if (!operation) throw new Error('Prism was given an operation that it does not know');
    return operation;
  };
  const forward: Forward = (input, _baseUrl, _proxy, resource) => () => async () => {
    const request = input.data as MockRequest; // What `ask` below has put in.
    const violations: Violation[] = input.validations;
    const response = await answer({ operation: operationOf(resource), request, violations });
    return response === 'from-examples' ? fromExamples : { _tag: 'Right', right: response };
  };
  const route: Components['route'] = ({ resources: [resource] }) =>
    resource
      ? { _tag: 'Right', right: resource }
      : { _tag: 'Left', left: new Error('No operation was given') };
  const prism = createInstance(config, { logger: silent(), route, forward });

  return async function ask(operation, request) {
    const wanted = request.preference ? { ...config, mock: request.preference } : config;
    // Prism answers from examples by the whole resource; a workspace judges the entries of a body itself.
    const resource = request.tenant ? operation.gate : operation.resource;
    const result = await prism.request(request, [resource], wanted)();
    if (result._tag === 'Left') return notMade(result.left);
    const { statusCode, headers, body } = result.right.output;
    return { statusCode, body, headers: withoutGaps(headers) };
  };
}

// Prism gives null for a documented header of which it knows no value.
function withoutGaps(headers: Record<string, string | null> = {}): Record<string, string> {
  const known = Object.entries(headers).filter((entry): entry is [string, string] => {
    return entry[1] !== null && entry[0].toLowerCase() !== 'content-type';
  });
  return Object.fromEntries(known);
}

function notMade(error: Error): MockResponse {
  const message = `The mock could not make this answer from the spec: ${error.message}`;
  return failure(500, 'INTERNAL_SERVER_ERROR', message);
}

// Prism logs headers and bodies, tokens included: none of it is wanted, and writing it is slow.
function silent(): Components['logger'] {
  const nothing = () => {};
  const logger: Record<string, unknown> = { child: () => logger };
  for (const level of ['trace', 'debug', 'info', 'success', 'warn', 'error', 'fatal']) {
    logger[level] = nothing;
  }
  // Prism calls these and nothing else of what pino has.
  return logger as unknown as Components['logger'];
}
