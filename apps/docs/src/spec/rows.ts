import { type Document, type Evidence, followSchema, type Schema } from './document.ts';

/** One line of a schema table. */
export type Row = {
  /** Where the value stands, `actions[].type`; a heading when the lines below depend on something. */
  path: string;
  kind: 'value' | 'choice';
  type: string;
  required: boolean;
  description: string;
  limits: string[];
} & Evidence;

/** The lines of a schema's table: every value that can be in it, at any depth. */
export function rowsOf(document: Document, schema: Schema): Row[] {
  const rows: Row[] = [];
  walk(schema, '', false, []);
  return rows;

  function walk(part: Schema, path: string, required: boolean, above: string[]): void {
    const seen = part.$ref ? [...above, part.$ref] : above;
    const found = followSchema(document, part);
    if (path) rows.push(rowOf(document, found, path, required));
    // A schema within itself is told once.
    if (part.$ref && above.includes(part.$ref)) return;
    if (found.items) {
      const items = followSchema(document, found.items);
      if (isDeep(items)) inside(items, `${path}[]`, [...seen, found.items.$ref ?? '']);
    }
    inside(found, path, seen);
  }

  function inside(schema: Schema, path: string, seen: string[]): void {
    const at = (key: string) => (path ? `${path}.${key}` : key);
    const rest = schema.additionalProperties;
    const restRef = typeof rest === 'object' ? rest.$ref : undefined;
    for (const [key, inner] of Object.entries(schema.properties ?? {})) {
      // A key of the very form that any other key has is told once, there.
      const required = schema.required?.includes(key) ?? false;
      if (!inner.$ref || inner.$ref !== restRef) walk(inner, at(key), required, seen);
      else rows.push(rowOf(document, followSchema(document, inner), at(key), required));
    }
    if (typeof rest === 'object') walk(rest, at('*'), false, seen);
    for (const [when, branch] of branchesOf(document, schema)) {
      rows.push({ ...rowOf(document, {}, when, false), kind: 'choice' });
      const { items } = branch;
      if (items) inside(followSchema(document, items), `${path}[]`, seen);
      inside(branch, path, seen);
    }
  }
}

/** The forms a value can have, each under words that tell when. */
function branchesOf(document: Document, schema: Schema): [when: string, branch: Schema][] {
  const branches: [string, Schema][] = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map(
    (branch) => {
      const found = followSchema(document, branch);
      return [`Either: ${nameOf(branch)}`, found];
    },
  );
  if (schema.if && schema.then) {
    branches.push([`If it is a ${schema.if.title?.toLowerCase() ?? 'match'}`, schema.then]);
  }
  if (schema.if && schema.else) branches.push(['Otherwise', schema.else]);
  return branches.map(([when, branch]) => [when, followSchema(document, branch)]);
}

function isDeep(schema: Schema): boolean {
  return Boolean(
    schema.properties || schema.if || schema.anyOf || schema.oneOf || schema.additionalProperties,
  );
}

function rowOf(document: Document, schema: Schema, path: string, required: boolean): Row {
  const { 'x-evidence': mark, 'x-evidence-note': note } = schema;
  return {
    path,
    kind: 'value',
    type: typeOf(document, schema),
    required,
    description: schema.description ?? '',
    limits: limitsOf(schema),
    ...(mark && { 'x-evidence': mark }),
    ...(note && { 'x-evidence-note': note }),
  };
}

function typeOf(document: Document, schema: Schema): string {
  if (schema.anyOf ?? schema.oneOf) return 'either';
  const types = [schema.type ?? (schema.const === undefined ? 'any' : typeof schema.const)].flat();
  return types
    .toSorted((a, b) => Number(a === 'array') - Number(b === 'array'))
    .map((type) =>
      type === 'array' && schema.items
        ? `array of ${typeOf(document, followSchema(document, schema.items))}`
        : type,
    )
    .join(' or ');
}

function limitsOf(schema: Schema): string[] {
  const { enum: values, const: constant, format, pattern, default: standard } = schema;
  const limits: (string | undefined | false)[] = [
    values && `One of ${values.map((value) => `\`${value}\``).join(', ')}`,
    constant !== undefined && `Always \`${JSON.stringify(constant)}\``,
    range(schema.minimum, schema.maximum, ''),
    schema.exclusiveMinimum !== undefined && `Above ${schema.exclusiveMinimum}`,
    (schema.minLength ?? 0) > 1 && `At least ${schema.minLength} characters`,
    schema.minLength === 1 && !values && 'Not empty',
    range(schema.minItems, schema.maxItems, ' entries'),
    format && `Format \`${format}\``,
    pattern && `Pattern \`${pattern}\``,
    standard !== undefined && `Default \`${JSON.stringify(standard)}\``,
  ];
  return limits.filter((limit) => typeof limit === 'string');
}

function range(least: number | undefined, most: number | undefined, unit: string) {
  if (least !== undefined && most !== undefined) return `${least} to ${most}${unit}`;
  if (least !== undefined)
    return `At least ${least}${least === 1 ? unit.replace('ies', 'y') : unit}`;
  return most === undefined ? undefined : `Up to ${most}${unit}`;
}

function nameOf(schema: Schema): string {
  const reference = schema.$ref ?? schema.items?.$ref;
  const name = reference?.split('/').at(-1) ?? schema.title ?? [schema.type].flat().join(' or ');
  return schema.items ? `a list of ${name}` : name;
}
