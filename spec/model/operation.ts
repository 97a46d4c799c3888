import { type RequestBody, type Response, readRequestBody, readResponse } from './body.ts';
import type { OpenApiDocument, OperationObject, PathItem } from './document.ts';
import { type Parameter, readParameter } from './parameter.ts';
import { pointerTo, type Resolver } from './resolve.ts';

/** The effect of repeating a request: the spec's `x-retry`. */
export interface Retry {
  repeat: 'harmless' | 'harmful' | 'harmless-without-actions';
  /** The reason, for readers of the docs. */
  why: string;
}

/** The query parameters for paging, and the keys of the response with the list: the spec's `x-pagination`. */
export interface Pagination {
  skip: string;
  limit: string;
  items: string;
  /** The key with the total number of entries, if the API returns it. */
  total?: string;
  /** The boolean query parameter that must be `true` to get the list. */
  when?: string;
}

/** One operation of an API, with its references resolved. */
export interface Operation<Api extends string = string> {
  api: Api;
  /** The `operationId`. */
  id: string;
  /** In upper case: `GET`, `POST`. */
  method: string;
  /** The path template below the server's URL: `/enterprise/{enterpriseId}/lead/{leadId}`. */
  path: string;
  tag: string;
  summary: string;
  description: string;
  /** In the order of the document; parameters shared by all operations of the path come first. */
  parameters: readonly Parameter[];
  requestBody: RequestBody | undefined;
  responses: readonly Response[];
  /** `undefined` only in other documents than telecrm's, whose lint requires it. */
  retry: Retry | undefined;
  pagination: Pagination | undefined;
  /** Its location in the document, as a reference. */
  pointer: string;
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/**
 * Every operation of a document, in order.
 *
 * @example
 * ```ts
 * import { createResolver, type OpenApiDocument, readOperations } from '@telecrm/spec/model';
 *
 * const document: OpenApiDocument = { openapi: '3.1.0', info: { title: 'Mine', version: '1.0.0' } };
 * for (const { id } of readOperations(document, 'mine', createResolver(document))) console.log(id);
 * ```
 */
export function readOperations<Api extends string>(
  document: OpenApiDocument,
  api: Api,
  resolver: Resolver,
): Operation<Api>[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const part = item[method];
      return part ? [readOperation({ api, path, method, item, part, resolver })] : [];
    }),
  );
}

interface Source<Api extends string> {
  api: Api;
  path: string;
  method: (typeof methods)[number];
  item: PathItem;
  part: OperationObject;
  resolver: Resolver;
}

function readOperation<Api extends string>(source: Source<Api>): Operation<Api> {
  const { api, path, method, item, part, resolver } = source;
  const id = part.operationId;
  if (!id) throw new Error(`${method} ${path} has no operationId`);
  const pointer = pointerTo('paths', path, method);
  return {
    api,
    id,
    method: method.toUpperCase(),
    path,
    tag: part.tags?.[0] ?? '',
    summary: part.summary ?? id,
    description: part.description ?? '',
    parameters: [...(item.parameters ?? []), ...(part.parameters ?? [])].map((parameter) =>
      readParameter(resolver, parameter, id),
    ),
    requestBody:
      part.requestBody && readRequestBody(resolver, part.requestBody, `${pointer}/requestBody`),
    responses: Object.entries(part.responses ?? {}).map(([status, response]) =>
      readResponse(resolver, status, response, `${pointer}/responses/${status}`),
    ),
    retry: part['x-retry'] && readRetry(part['x-retry'], id),
    pagination: part['x-pagination'],
    pointer,
  };
}

function readRetry({ repeat, why }: { repeat: string; why: string }, id: string): Retry {
  if (repeat === 'harmless' || repeat === 'harmful' || repeat === 'harmless-without-actions') {
    return { repeat, why };
  }
  throw new Error(`${id}: the model does not know the x-retry ${repeat}`);
}
