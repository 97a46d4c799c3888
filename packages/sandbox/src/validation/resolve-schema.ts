import { schemas } from '../generated/schemas.ts';
import type { RequestSchema } from './request-schema.ts';

/** Follows the reference of a schema, which names a component of its own API. */
export type Resolve = (schema: RequestSchema | undefined) => RequestSchema;

export function resolverOf(api: string): Resolve {
  const components = schemas[api] ?? {};
  return function resolve(schema: RequestSchema = {}): RequestSchema {
    const { $ref, ...beside } = schema;
    if ($ref === undefined) return schema;
    return { ...resolve(components[$ref.slice($ref.lastIndexOf('/') + 1)]), ...beside };
  };
}
