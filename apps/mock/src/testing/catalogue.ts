import { defaultCredentials } from '@telecrm/sandbox';
import { type ApiName, apis, type Operation as ModelOperation } from '@telecrm/spec/model';

/** A named example of a response. */
interface Example {
  code: string;
  name: string;
  value: unknown;
  violates: readonly string[];
}

/** An operation with the path that callers use, and the examples of all its responses. */
export type Operation = ModelOperation<ApiName> & {
  fullPath: string;
  examples: readonly Example[];
};

/** Every operation of both APIs. */
export const operations: Operation[] = Object.values(apis()).flatMap((api) =>
  api.operations.map((operation) => ({
    ...operation,
    fullPath: api.basePath + operation.path,
    examples: operation.responses.flatMap(({ status, content }) =>
      (content?.examples ?? []).map(({ name, value, violates }) => ({
        ...{ code: status, name, value, violates },
      })),
    ),
  })),
);

/** The token of the default workspace for an API. */
export function tokenOf(api: ApiName): string {
  return api === 'sync' ? defaultCredentials.syncToken : defaultCredentials.asyncToken;
}

/** A request that an operation must accept, made of the spec's own examples. */
export interface ValidRequest {
  name: string;
  /** The path without the API's base. */
  path: string;
  init: { method: string; headers: Record<string, string>; body?: string };
}

/** One request for each named example of the body, or a single one for an operation without. */
export function validRequests(operation: Operation): ValidRequest[] {
  const { api, method, parameters, requestBody } = operation;
  const path = operation.path.replace(/\{(.+?)\}/g, (_, name: string) => {
    const parameter = parameters.find((candidate) => candidate.name === name);
    if (parameter?.example === undefined) throw new Error(`${name} has no example`);
    return encodeURIComponent(String(parameter.example));
  });
  const authorization = `Bearer ${tokenOf(api)}`;
  const bodies = requestBody?.examples ?? [];
  if (bodies.length === 0) {
    return [{ name: 'no body', path, init: { method, headers: { authorization } } }];
  }
  return bodies.map(({ name, value }) => ({
    name,
    path,
    init: {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(value),
    },
  }));
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
