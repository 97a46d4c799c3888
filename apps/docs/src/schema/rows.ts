import {
  type ApiModel,
  type Evidence,
  evidenceOf,
  flattenSchema,
  type Resolver,
  type Schema,
  type SchemaForm,
} from '@telecrm/spec/model';

/** One value of a schema, in words. */
export interface ValueRow {
  kind: 'value';
  /** The path of the value: `actions[].type`. */
  path: string;
  type: string;
  required: boolean;
  description: string;
  /** What its keywords say beyond the type: `1 to 100`. */
  limits: string[];
  evidence: Evidence | undefined;
  /** The path of an earlier value whose keys it has, described there and not again. */
  sameAs?: string;
}

/** A heading for the values that follow, which depend on something. */
interface FormRow {
  kind: 'form';
  title: string;
}

export type Row = ValueRow | FormRow;

/** Describes every value that can stand in the JSON of a schema, at any depth; what is alike is described once. */
export function rowsOf(api: Resolver, schema: Schema): Row[] {
  return withoutRepetition(everyRow(api, schema));
}

function everyRow(api: Resolver, schema: Schema): Row[] {
  return flattenSchema(api, schema).map((entry) => {
    if (entry.kind === 'form') return { kind: 'form', title: titleOf(entry) };
    const { path, required, schema: value } = entry;
    const description = value.description ?? '';
    return {
      kind: 'value',
      path,
      type: typeOf(api, value),
      required,
      description,
      limits: limitsOf(value).filter((limit) => !description.startsWith(limit)),
      evidence: evidenceOf(value),
    };
  });
}

/** Leaves out the keys of a value that has the same ones as an earlier value. */
function withoutRepetition(rows: Row[]): Row[] {
  const firsts = new Map<string, string>();
  const kept: Row[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (!row) continue;
    const keys = keysOf(rows, i);
    if (row.kind === 'form' || keys.length < 2) {
      kept.push(row);
      continue;
    }
    const text = JSON.stringify(
      keys.map((key) => ({ ...key, path: key.path.slice(row.path.length) })),
    );
    const sameAs = firsts.get(text);
    kept.push(sameAs === undefined ? row : { ...row, sameAs });
    if (sameAs === undefined) firsts.set(text, row.path);
    else i += keys.length;
  }
  return kept;
}

/** The values within the value at an index, up to the next heading. */
function keysOf(rows: readonly Row[], index: number): ValueRow[] {
  const outer = rows[index];
  const keys: ValueRow[] = [];
  for (const row of rows.slice(index + 1)) {
    if (outer?.kind !== 'value' || row.kind !== 'value') break;
    if (!/^(\.|\[)/.test(row.path.slice(outer.path.length))) break;
    if (!row.path.startsWith(outer.path)) break;
    keys.push(row);
  }
  return keys;
}

/** The values alone, for what needs no headings. */
export function valueRowsOf(api: ApiModel, schema: Schema): ValueRow[] {
  return rowsOf(api, schema).filter((row) => row.kind === 'value');
}

function titleOf({ when, name, list }: SchemaForm): string {
  if (when === 'then') return `If it is a ${name.toLowerCase()}`;
  if (when === 'else') return 'Otherwise';
  return `Either: ${list ? `a list of ${name}` : name}`;
}

function typeOf(api: Resolver, schema: Schema): string {
  if (schema.anyOf ?? schema.oneOf) return 'either';
  const types = [schema.type ?? (schema.const === undefined ? 'any' : typeof schema.const)].flat();
  return types
    .toSorted((a, b) => Number(a === 'array') - Number(b === 'array'))
    .map((type) =>
      type === 'array' && schema.items
        ? `array of ${typeOf(api, api.resolveSchema(schema.items))}`
        : type,
    )
    .join(' or ');
}

function limitsOf(schema: Schema): string[] {
  const { enum: values, const: constant, format, pattern, default: fallback } = schema;
  const limits: (string | undefined | false)[] = [
    values && `One of ${values.map((value) => `\`${value}\``).join(', ')}`,
    constant !== undefined &&
      `Always \`${typeof constant === 'string' ? constant : JSON.stringify(constant)}\``,
    range(schema.minimum, schema.maximum, ''),
    schema.exclusiveMinimum !== undefined && `Above ${schema.exclusiveMinimum}`,
    (schema.minLength ?? 0) > 1 && `At least ${schema.minLength} characters`,
    schema.minLength === 1 && !values && 'Not empty',
    range(schema.minItems, schema.maxItems, ' entries'),
    format && `Format \`${format}\``,
    pattern && `Pattern \`${pattern}\``,
    fallback !== undefined && `Default \`${JSON.stringify(fallback)}\``,
  ];
  return limits.filter((limit) => typeof limit === 'string');
}

function range(min: number | undefined, max: number | undefined, unit: string) {
  if (min !== undefined && max !== undefined) return `${min} to ${max}${unit}`;
  if (min !== undefined) return `At least ${min}${min === 1 ? unit.replace('ies', 'y') : unit}`;
  return max === undefined ? undefined : `Up to ${max}${unit}`;
}
