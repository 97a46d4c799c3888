import type { OpenAPI3, ParameterObject, ReferenceObject, SchemaObject } from 'openapi-typescript';
import { nameOf } from './operations.ts';

type Parameter = ParameterObject | ReferenceObject;
type Schema = SchemaObject | ReferenceObject;

/** The document as the users of the client should see it in their editor. */
export function prepare(document: OpenAPI3): OpenAPI3 {
  const { parameters = {}, schemas = {} } = document.components ?? {};

  /** The client fills in the enterprise ID, so no call may ask for it. */
  const isAskedFor = (parameter: Parameter | undefined): boolean => {
    if (parameter && '$ref' in parameter) return isAskedFor(parameters[nameOf(parameter)]);
    return parameter?.name !== 'enterpriseId';
  };

  /** A key whose schema stands elsewhere shows that schema's description, unless it has its own. */
  const described = (schema: Schema): Schema => {
    const description = '$ref' in schema && schemas[nameOf(schema)]?.description;
    return description ? { description, ...schema } : schema;
  };

  /** openapi-typescript passes over conditions; to a type, `then` or `else` is the union of both. */
  const chosen = (value: unknown): unknown => {
    if (!isConditional(value)) return value;
    const { title, description } = value;
    return { title, description, oneOf: [value.then, value.else] };
  };

  const text = JSON.stringify(document, (key, value) => {
    if (key === 'parameters' && Array.isArray(value)) return value.filter(isAskedFor);
    if (key === 'properties') return mapValues(value, described);
    return chosen(value);
  });
  return JSON.parse(text);
}

type Conditional = { title?: string; description?: string; then: Schema; else: Schema };

function isConditional(value: unknown): value is Conditional {
  return typeof value === 'object' && value !== null && 'then' in value && 'else' in value;
}

function mapValues<T>(values: Record<string, T>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
