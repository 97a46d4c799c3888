import type { RequestSchema } from './request-schema.ts';

/** A short description of the values of a schema: “an integer from 1 to 5”. */
export function describeSchema(schema: RequestSchema): string {
  const branches = schema.anyOf;
  if (branches) return joinAlternatives(branches.map(describeSchema));
  if (schema.const !== undefined) return String(schema.const);
  if (schema.enum) return `one of ${schema.enum.join(', ')}`;
  if (Array.isArray(schema.type)) {
    return joinAlternatives(schema.type.map((type) => describeSchema({ ...schema, type })));
  }
  return `${typed(schema)}${example(schema)}`;
}

function typed(schema: RequestSchema): string {
  switch (schema.type) {
    case 'integer':
      return `an integer${range(schema)}`;
    case 'number':
      return `a number${range(schema)}`;
    case 'boolean':
      return 'true or false';
    case 'null':
      return 'null';
    case 'object':
      return schema.minProperties ? 'a non-empty object' : 'an object';
    case 'array':
      return `${schema.minItems ? 'a non-empty' : 'an'} array${items(schema)}`;
    case 'string':
      return text(schema);
    default:
      return 'a value that the API reference allows';
  }
}

function items({ items, maxItems }: RequestSchema): string {
  const kind = typeof items?.type === 'string' ? `${items.type}s` : '';
  if (maxItems !== undefined) return ` of at most ${maxItems} ${kind || 'items'}`;
  return kind && ` of ${kind}`;
}

function range(schema: RequestSchema): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  const bounds = [
    minimum === undefined ? '' : ` of at least ${minimum}`,
    exclusiveMinimum === undefined ? '' : ` above ${exclusiveMinimum}`,
    maximum === undefined ? '' : ` of at most ${maximum}`,
    exclusiveMaximum === undefined ? '' : ` below ${exclusiveMaximum}`,
  ];
  return bounds.join('');
}

function text({ format, pattern, minLength, maxLength }: RequestSchema): string {
  if (format === 'email') return 'an email address';
  // The example shows what a pattern means.
  if (pattern?.startsWith('^(?!')) return 'a string';
  if (pattern !== undefined) return `a string matching ${pattern}`;
  if (maxLength !== undefined) return `a string of at most ${maxLength} characters`;
  return minLength === undefined ? 'a string' : 'a non-empty string';
}

function example({ type, pattern, format, examples }: RequestSchema): string {
  const [first] = examples ?? [];
  const needsExample = type === 'string' && (pattern !== undefined || format !== undefined);
  return needsExample && typeof first === 'string' ? ` (such as ${first})` : '';
}

function joinAlternatives(options: string[]): string {
  const [last, ...others] = [...new Set(options)].reverse();
  return others.length === 0 ? `${last}` : `${others.reverse().join(', ')} or ${last}`;
}
