import { type ApiModel, componentName } from '@telecrm/spec/model';
import type { OpenAPI3, ParameterObject, ReferenceObject, SchemaObject } from 'openapi-typescript';
import { enterpriseId } from './inputs.ts';

type Schema = SchemaObject | ReferenceObject;

/** The parts of an API model from which its types are generated. */
export type TypedApi = Pick<ApiModel, 'document' | 'schemas' | 'resolve'>;

/** Prepares the document of an API so that the generated types are readable in an editor. */
export function prepare({ document, schemas, resolve }: TypedApi): OpenAPI3 {
  /** The client fills in the enterprise ID, so it is not a parameter of any call. */
  function isAskedFor(parameter: ParameterObject | ReferenceObject): boolean {
    return resolve<ParameterObject>(parameter).name !== enterpriseId;
  }

  /** A property that refers to a schema gets the description of that schema, unless it has its own. */
  function described(schema: Schema): Schema {
    const component = '$ref' in schema && componentName(schema);
    const description = component && schemas[component]?.description;
    return description ? { description, ...schema } : schema;
  }

  const text = JSON.stringify(document, (key, value) => {
    if (key === 'parameters' && Array.isArray(value)) return value.filter(isAskedFor);
    if (key === 'properties') return mapValues(value, described);
    return withoutCondition(value);
  });
  return JSON.parse(text);
}

/** openapi-typescript ignores conditions; to a type, `then` or `else` is the union of both. */
function withoutCondition(value: unknown): unknown {
  if (!isConditional(value)) return value;
  const { title, description } = value;
  return { title, description, oneOf: [value.then, value.else] };
}

interface Conditional {
  title?: string;
  description?: string;
  then: Schema;
  else: Schema;
}

function isConditional(value: unknown): value is Conditional {
  return typeof value === 'object' && value !== null && 'then' in value && 'else' in value;
}

function mapValues<T>(values: Record<string, T>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
