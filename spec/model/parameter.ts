import type { ParameterObject, Reference } from './document.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { readExamples } from './example.ts';
import type { Resolver } from './resolve.ts';
import { componentName, type Schema } from './schema.ts';

/** A parameter in the path or the query of an operation. */
export interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  description: string;
  /** With its references resolved. */
  schema: Schema;
  /** The component that contains it; `undefined` if the operation contains it itself. */
  component: string | undefined;
  /** An example value, if the spec has one. */
  example: unknown;
  /** Values by the name of the corresponding request example. */
  examples: Readonly<Record<string, unknown>>;
  evidence: Evidence | undefined;
}

export function readParameter(
  resolver: Resolver,
  entry: ParameterObject | Reference,
  operationId: string,
): Parameter {
  const part = resolver.resolve<ParameterObject>(entry);
  const examples = readExamples(resolver, part.examples);
  return {
    name: part.name,
    in: placeOf(part, operationId),
    required: part.required ?? false,
    description: part.description ?? '',
    schema: resolver.resolveSchema(part.schema ?? {}),
    component: '$ref' in entry ? componentName(entry) : undefined,
    example: part.example ?? examples[0]?.value,
    examples: Object.fromEntries(examples.map(({ name, value }) => [name, value])),
    evidence: evidenceOf(part),
  };
}

function placeOf(part: ParameterObject, operationId: string): Parameter['in'] {
  if (part.in === 'path' || part.in === 'query') return part.in;
  throw new Error(
    `${operationId}: the model does not know parameters in ${part.in} (${part.name})`,
  );
}
