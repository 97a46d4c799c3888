import type { OpenApiDocument } from './document.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { type Operation, readOperations } from './operation.ts';
import { createResolver, type Resolver } from './resolve.ts';
import type { Schema } from './schema.ts';

/** The two APIs of telecrm. */
export type ApiName = 'async' | 'sync';

/** The rate limit of an API: the spec's `x-rate-limit`. */
export interface RateLimit {
  requests: number;
  /** The length of the window. */
  seconds: number;
  evidence: Evidence | undefined;
}

/** A group of operations. */
export interface Tag {
  name: string;
  description: string;
}

/** One of the two APIs, as its bundle describes it. */
export interface ApiModel extends Resolver {
  name: ApiName;
  title: string;
  summary: string;
  description: string;
  /** The version of the spec. */
  version: string;
  /** Base URLs, without a trailing slash. */
  servers: { production: string; sandbox: string };
  /** The path of the base URLs: `/autoupdate/v2`, or an empty string. */
  basePath: string;
  /** The token of the sandbox's default workspace for this API. */
  sandboxToken: string;
  /** The enterprise ID of the sandbox's default workspace. */
  sandboxEnterpriseId: string;
  rateLimit: RateLimit | undefined;
  tags: readonly Tag[];
  operations: readonly Operation<ApiName>[];
  /** Finds the operation with this ID. Throws if there is none. */
  operation(id: string): Operation<ApiName>;
  /** Component schemas by name, as written in the spec. */
  schemas: Readonly<Record<string, Schema>>;
  /** The document, for tools that need OpenAPI. */
  document: OpenApiDocument;
}

/**
 * Reads one of telecrm's two APIs from its bundle.
 *
 * @param document `@telecrm/spec/sync.json` or `@telecrm/spec/async.json`, parsed.
 * @returns The API. References of its operations are resolved, but not those of schemas.
 * @throws Error if the document has something unsupported, such as a body that is not JSON.
 *
 * @example
 * ```ts
 * import sync from '@telecrm/spec/sync.json' with { type: 'json' };
 * import { readApi } from '@telecrm/spec/model';
 *
 * for (const { id, method, path } of readApi(sync).operations) console.log(id, method, path);
 * ```
 */
export function readApi(document: OpenApiDocument): ApiModel {
  const resolver = createResolver(document);
  const { info, tags = [], components = {} } = document;
  const { name, token } = accessOf(document);
  const operations = readOperations(document, name, resolver);
  const servers = { production: serverOf(document, false), sandbox: serverOf(document, true) };
  return {
    ...resolver,
    name,
    title: info.title,
    summary: info.summary ?? '',
    description: info.description ?? '',
    version: info.version,
    servers,
    basePath: new URL(servers.production).pathname.replace(/\/$/, ''),
    sandboxToken: token,
    sandboxEnterpriseId: enterpriseIdOf(document, operations),
    rateLimit: rateLimitOf(document),
    tags: tags.map(({ name, description = '' }) => ({ name, description })),
    operations,
    operation(id) {
      const found = operations.find((operation) => operation.id === id);
      if (!found) throw new Error(`${info.title} has no operation ${id}`);
      return found;
    },
    schemas: components.schemas ?? {},
    document,
  };
}

/** The API, identified by the security scheme that it declares. */
function accessOf({ info, components }: OpenApiDocument): { name: ApiName; token: string } {
  const schemes = components?.securitySchemes ?? {};
  for (const name of ['async', 'sync'] as const) {
    const token = schemes[`${name}Token`]?.['x-sandbox-token'];
    if (token) return { name, token };
  }
  throw new Error(
    `${info.title} declares neither asyncToken nor syncToken with an x-sandbox-token`,
  );
}

function enterpriseIdOf({ info }: OpenApiDocument, operations: readonly Operation[]): string {
  const parameters = operations.flatMap((operation) => operation.parameters);
  const example = parameters.find(({ name }) => name === 'enterpriseId')?.example;
  if (typeof example === 'string') return example;
  throw new Error(`${info.title} has no example of an enterpriseId`);
}

function serverOf({ info, servers = [] }: OpenApiDocument, local: boolean): string {
  const found = servers.find(({ url }) => url.startsWith('http://127.0.0.1') === local);
  if (!found) throw new Error(`${info.title} has no ${local ? 'sandbox' : 'production'} server`);
  return found.url.replace(/\/$/, '');
}

function rateLimitOf(document: OpenApiDocument): RateLimit | undefined {
  const limit = document['x-rate-limit'];
  if (!limit) return undefined;
  return { requests: limit.requests, seconds: limit.seconds, evidence: evidenceOf(limit) };
}
