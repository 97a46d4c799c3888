import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { type Bundle, basePath, type Example, responseExamples } from './bundle.ts';
import { failure, type MockResponse } from './envelope.ts';
import { gateOf } from './gate.ts';
import { type ApiName, apiNames } from './sandbox.ts';

/** What Prism knows of an operation. */
export type Resource = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

/** One operation of either API, or of the mock's own, as the mock serves it. */
export interface Operation<Api extends string = ApiName> {
  id: string;
  api: Api;
  method: string;
  /** The path that callers use: `base` and then Prism's own, which is `resource.path`. */
  path: string;
  base: string;
  resource: Resource;
  /** The resource with the entries of `fields` and `actions` left open, for a workspace to judge. */
  gate: Resource;
  examples: readonly Example[];
  /** The statuses it documents, with a body or without. */
  statuses: readonly string[];
  /** The answer to a token that is not this API's. */
  unauthorized: MockResponse;
}

export async function loadOperations(bundles: Record<ApiName, Bundle>): Promise<Operation[]> {
  const perApi = await Promise.all(apiNames.map((api) => operationsOf(api, bundles[api])));
  return perApi.flat();
}

export async function operationsOf<Api extends string>(
  api: Api,
  bundle: Bundle,
): Promise<Operation<Api>[]> {
  const base = basePath(bundle);
  // Prism resolves references in the very object it is given.
  const resources = await getHttpOperationsFromSpec(structuredClone(bundle));
  return resources.map((resource) => {
    const examples = responseExamples(bundle, resource.path, resource.method);
    return {
      id: resource.iid ?? `${resource.method} ${resource.path}`,
      api,
      method: resource.method.toUpperCase(),
      path: base + resource.path,
      base,
      resource,
      gate: gateOf(resource, api),
      examples,
      statuses: Object.keys(bundle.paths[resource.path]?.[resource.method]?.responses ?? {}),
      unauthorized: unauthorized(examples),
    };
  });
}

function unauthorized(examples: readonly Example[]): MockResponse {
  const documented = examples.find(({ code }) => code === '401');
  if (documented) return { statusCode: 401, body: documented.value };
  return failure(401, 'NOT_AUTHORIZED', 'Invalid or missing access token.');
}
