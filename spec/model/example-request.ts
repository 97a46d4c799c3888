import type { Operation } from './operation.ts';

/** A valid request of an operation, built from the examples of the spec. */
export interface ExampleRequest {
  /** The name of the body's example; `no body` if the operation has none. */
  name: string;
  /** The path below the server's URL, with a value for each parameter. */
  path: string;
  /** `undefined` if the operation has no body. */
  body: unknown;
}

/**
 * One request for each named example of the body, or a single one for an operation without a body.
 *
 * @throws Error if a path parameter has no example.
 *
 * @example
 * ```ts
 * import { apis, exampleRequests } from '@telecrm/spec/model';
 *
 * for (const { name, path, body } of exampleRequests(apis().sync.operation('createLead'))) {
 *   console.log(name, path, body);
 * }
 * ```
 */
export function exampleRequests(operation: Operation): ExampleRequest[] {
  const { id, parameters, requestBody } = operation;
  const path = operation.path.replace(/\{(.+?)\}/g, (_, name: string) => {
    const parameter = parameters.find((candidate) => candidate.name === name);
    if (parameter?.example === undefined) throw new Error(`${id}: ${name} has no example`);
    return encodeURIComponent(String(parameter.example));
  });
  const bodies = requestBody?.examples ?? [];
  if (bodies.length === 0) return [{ name: 'no body', path, body: undefined }];
  return bodies.map(({ name, value }) => ({ name, path, body: value }));
}
