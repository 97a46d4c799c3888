import { defaultCredentials } from '@telecrm/sandbox';
import {
  type ApiName,
  apis,
  exampleRequests,
  type Operation as ModelOperation,
} from '@telecrm/spec/model';

/** A named example of a response. */
interface Example {
  code: string;
  name: string;
  value: unknown;
  violates: readonly string[];
}

/** An operation with the examples of all its responses. */
export type Operation = ModelOperation<ApiName> & {
  examples: readonly Example[];
};

/** Every operation of both APIs. */
export const operations: Operation[] = Object.values(apis()).flatMap((api) =>
  api.operations.map((operation) => ({
    ...operation,
    examples: operation.responses.flatMap(({ status, content }) =>
      (content?.examples ?? []).map(({ name, value, violates }) => ({
        ...{ code: status, name, value, violates },
      })),
    ),
  })),
);

/** The token of the default workspace for an API. */
function tokenOf(api: ApiName): string {
  return api === 'sync' ? defaultCredentials.syncToken : defaultCredentials.asyncToken;
}

/** A valid request of an operation, made from the spec's own examples. */
export interface ValidRequest {
  name: string;
  /** The path without the API's base. */
  path: string;
  init: { method: string; headers: Record<string, string>; body?: string };
}

/** One request for each named example of the body, or a single one for an operation without a body. */
export function validRequests(operation: Operation): ValidRequest[] {
  const { api, method } = operation;
  const authorization = `Bearer ${tokenOf(api)}`;
  return exampleRequests(operation).map(({ name, path, body }) => {
    if (body === undefined) return { name, path, init: { method, headers: { authorization } } };
    const headers = { authorization, 'content-type': 'application/json' };
    return { name, path, init: { method, headers, body: JSON.stringify(body) } };
  });
}

/** The first valid request of an operation. */
export function validRequest(operation: Operation): ValidRequest {
  const [first] = validRequests(operation);
  if (!first) throw new Error(`${operation.id} has no valid request`);
  return first;
}

/** The operation with this ID. */
export function operationById(id: string): Operation {
  const operation = operations.find((candidate) => candidate.id === id);
  if (!operation) throw new Error(`There is no ${id}`);
  return operation;
}

/** The documented success status of an operation. */
export function successOf({ examples }: Operation): number {
  const codes = examples
    .map(({ code }) => Number(code))
    .filter((code) => code >= 200 && code < 300);
  return Math.min(...codes);
}
