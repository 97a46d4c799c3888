import { createResolver } from '../generated/resolver.ts';
import { schemas } from '../generated/schemas.ts';
import type { RequestSchema } from './request-schema.ts';

/** Resolves the reference of a schema to a component of the same API. */
export type Resolve = (schema: RequestSchema | undefined) => RequestSchema;

export function resolverOf(api: string): Resolve {
  const { resolveSchema } = createResolver({ components: { schemas: schemas[api] ?? {} } });
  return (schema = {}) => resolveSchema(schema);
}
