import { createResolver } from '../generated/resolver.ts';
import { schemas } from '../generated/schemas.ts';
import type { RequestSchema } from './request-schema.ts';

/** Follows the reference of a schema, which names a component of its own API. */
export type Resolve = (schema: RequestSchema | undefined) => RequestSchema;

export function resolverOf(api: string): Resolve {
  const { resolveSchema } = createResolver({ components: { schemas: schemas[api] ?? {} } });
  return (schema = {}) => resolveSchema(schema);
}
