import { readBundles } from '../bundle.ts';
import { loadOperations, type Operation } from '../operations.ts';
import { sandbox } from '../sandbox.ts';

/** Every operation of both bundles. */
export const operations: Operation[] = await loadOperations(readBundles());

/** A request that an operation must accept, made of the bundle's own examples. */
export interface ValidRequest {
  name: string;
  /** The path without the API's base. */
  path: string;
  init: { method: string; headers: Record<string, string>; body?: string };
}

/** One request for each named example of the body, or a single one for an operation without. */
export function validRequests(operation: Operation): ValidRequest[] {
  const { resource, api } = operation;
  const path = resource.path.replace(/\{(.+?)\}/g, (_, name: string) => {
    const parameter = resource.request?.path?.find((candidate) => candidate.name === name);
    const [example] = parameter?.examples ?? [];
    if (!example || !('value' in example)) throw new Error(`${name} has no example`);
    return encodeURIComponent(String(example.value));
  });
  const authorization = `Bearer ${sandbox.tokens[api]}`;
  const { method } = operation;
  const bodies = resource.request?.body?.contents?.[0]?.examples ?? [];
  if (bodies.length === 0) {
    return [{ name: 'no body', path, init: { method, headers: { authorization } } }];
  }
  return bodies.map((body) => ({
    name: body.key,
    path,
    init: {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify('value' in body ? body.value : undefined),
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
