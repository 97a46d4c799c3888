/** An OpenAPI document as far as the pages read it. Its shape is the linter's concern, which has run before. */
export type Document = {
  info: { title: string; summary?: string; description?: string; version?: string };
  servers?: { url: string }[];
  tags?: { name: string; description?: string }[];
  paths?: Record<string, PathItem>;
  components?: Record<string, unknown> & { securitySchemes?: Record<string, SecurityScheme> };
  'x-rate-limit'?: { requests: number; seconds: number } & Evidence;
};

/** How sure we are of something; nothing said means that it is documented. */
export type Evidence = { 'x-evidence'?: 'observed' | 'inferred'; 'x-evidence-note'?: string };

export type Ref = { $ref: string };

type SecurityScheme = { 'x-sandbox-token'?: string };

type PathItem = { parameters?: (ParameterPart | Ref)[] } & Record<string, unknown>;

export type OperationPart = {
  operationId: string;
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: (ParameterPart | Ref)[];
  requestBody?: BodyPart | Ref;
  responses?: Record<string, BodyPart | Ref>;
  'x-retry'?: { repeat: string; why: string };
  'x-pagination'?: { skip: string; limit: string; items: string; total?: string; when?: string };
};

export type ParameterPart = {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  schema?: Schema;
  example?: unknown;
  /** Named as the examples of the body that they go with. */
  examples?: Record<string, ExamplePart | Ref>;
} & Evidence;

export type BodyPart = {
  description?: string;
  required?: boolean;
  content?: Record<string, { schema?: Schema; examples?: Record<string, ExamplePart | Ref> }>;
} & Evidence;

export type ExamplePart = { summary?: string; value: unknown } & Evidence;

export type Schema = {
  $ref?: string;
  title?: string;
  description?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  examples?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  if?: Schema;
  then?: Schema;
  else?: Schema;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
} & Evidence;

/** The part itself or, if a reference stands there, the part it leads to. */
export function follow<T extends object>(document: Document, part: T | Ref): T {
  if (!('$ref' in part) || typeof part.$ref !== 'string') return part as T;
  const found = part.$ref
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
  if (!found) throw new Error(`${part.$ref} leads nowhere`);
  // A reference leads to what may stand in its place, which the linter has seen to.
  return follow(document, found as T | Ref);
}

/** A schema with its reference followed; what stands beside the reference wins. */
export function followSchema(document: Document, schema: Schema): Schema {
  if (!schema.$ref) return schema;
  const { $ref, ...beside } = schema;
  return { ...followSchema(document, follow<Schema>(document, { $ref })), ...beside };
}
