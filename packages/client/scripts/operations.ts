import type { OpenAPI3, ParameterObject, ReferenceObject } from 'openapi-typescript';

/** One operation of the spec, with all that the client's methods are made of. */
export interface SpecOperation {
  id: string;
  method: string;
  /** Behind `/enterprise/{enterpriseId}`. */
  path: string;
  summary: string;
  description: string;
  parameters: Parameter[];
  /** The operation's whole entry, for what only one generator needs. */
  source: OperationSource;
}

interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  description: string;
  maximum: number | undefined;
  /** Its TypeScript type, in terms of the generated types of the API. */
  type: string;
}

interface OperationSource {
  operationId?: string;
  summary?: string;
  description?: string;
  parameters?: (ParameterObject | ReferenceObject)[];
  requestBody?: {
    required?: boolean;
    description?: string;
    content?: Record<string, { schema?: object }>;
  };
  responses?: Record<string, ResponseSource | ReferenceObject>;
  'x-retry'?: { repeat: 'harmless' | 'harmful' | 'harmless-without-actions' };
  'x-pagination'?: {
    skip: string;
    limit: string;
    items: string;
    total?: string;
    when?: string;
  };
}

export interface ResponseSource {
  content?: Record<string, { schema?: object; examples?: Record<string, ExampleSource> }>;
}

interface ExampleSource {
  $ref?: string;
  value?: { error?: { code?: string } };
}

const prefix = '/enterprise/{enterpriseId}';

/**
 * Every operation of a bundle; of two that could meet in one URL, the one with the literal path
 * comes first. Stops the build where the client could not offer an operation unambiguously.
 */
export function operationsOf(document: OpenAPI3): SpecOperation[] {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
      // The types of openapi-typescript know nothing of our extensions.
      const source = (item as Record<string, unknown>)[method] as OperationSource | undefined;
      // Path items are inline in a bundle, never references.
      const shared = (item as OperationSource).parameters ?? [];
      return source ? [operation(document, path, method, source, shared)] : [];
    }),
  );
  return operations.sort((one, other) => one.path.split('{').length - other.path.split('{').length);
}

function operation(
  document: OpenAPI3,
  path: string,
  method: string,
  source: OperationSource,
  shared: (ParameterObject | ReferenceObject)[],
): SpecOperation {
  const { operationId: id, summary = '', description = '' } = source;
  if (!id) throw new Error(`${method} ${path} has no operationId, so it would have no method`);
  if (!path.startsWith(`${prefix}/`)) throw new Error(`${id}: ${path} is outside ${prefix}`);
  const parameters = [...shared, ...(source.parameters ?? [])]
    .map((parameter) => readParameter(document, id, parameter))
    .filter(({ name }) => name !== 'enterpriseId');
  const names = ['body', ...parameters.map(({ name }) => name)];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`${id}: two inputs are called ${twice}, and a method takes them flat`);
  return {
    id,
    method: method.toUpperCase(),
    path: path.slice(prefix.length),
    summary,
    description,
    parameters,
    source,
  };
}

function readParameter(
  document: OpenAPI3,
  id: string,
  entry: ParameterObject | ReferenceObject,
): Parameter {
  // A bundle has no broken reference; the lint of the spec sees to it.
  const parameter = resolve(document, entry) as ParameterObject;
  const { name, in: place, required = false, description = '', schema } = parameter;
  if (place !== 'path' && place !== 'query') {
    throw new Error(`${id}: the client cannot send ${name} in the ${place}`);
  }
  const maximum = schema && 'maximum' in schema ? schema.maximum : undefined;
  const type =
    '$ref' in entry
      ? `components['parameters']['${nameOf(entry)}']`
      : `NonNullable<operations['${id}']['parameters']['${place}']>['${name}']`;
  return { name, in: place, required, description, maximum, type };
}

/** The name of the component that a reference points to. */
export function nameOf({ $ref }: ReferenceObject): string {
  return $ref.slice($ref.lastIndexOf('/') + 1);
}

/** What a `$ref` within the document points to. */
export function resolve(document: object, value: object | undefined): unknown {
  if (!value || !('$ref' in value)) return value;
  const keys = String(value.$ref).replace('#/', '').split('/');
  return keys.reduce<unknown>(
    // A bundle's references always lead somewhere; if not, the reader of the result says so.
    (found, key) => (found as Record<string, unknown> | undefined)?.[key],
    document,
  );
}
