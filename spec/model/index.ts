export { type ApiModel, type ApiName, type RateLimit, readApi, type Tag } from './api.ts';
export { apis } from './apis.ts';
export type { JsonContent, RequestBody, Response, ResponseHeader } from './body.ts';
export type { OpenApiDocument, Reference } from './document.ts';
export { type Evidence, evidenceOf } from './evidence.ts';
export type { NamedExample } from './example.ts';
export { type ExampleRequest, exampleRequests } from './example-request.ts';
export {
  flattenSchema,
  type SchemaEntry,
  type SchemaValue,
  type SchemaVariant,
} from './flatten.ts';
export { type Operation, type Pagination, type Retry, readOperations } from './operation.ts';
export type { Parameter } from './parameter.ts';
export { createResolver, type Resolver } from './resolve.ts';
export { componentName, referencedSchemas, type Schema } from './schema.ts';
