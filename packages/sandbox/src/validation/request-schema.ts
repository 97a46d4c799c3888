import { schemas } from '../generated/schemas.ts';

/** The keywords of JSON Schema that matter for saying what would have been right. */
export interface RequestSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly examples?: readonly unknown[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: RequestSchema;
  readonly minProperties?: number;
  readonly properties?: Readonly<Record<string, RequestSchema>>;
  readonly anyOf?: readonly RequestSchema[];
  readonly if?: RequestSchema;
  readonly then?: RequestSchema;
  readonly else?: RequestSchema;
}

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
