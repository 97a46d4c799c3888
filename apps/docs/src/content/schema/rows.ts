import {
  type ApiModel,
  type Evidence,
  evidenceOf,
  flattenSchema,
  type Resolver,
  type Schema,
  type SchemaVariant,
} from '@telecrm/spec/model';

/** The description of one value of a schema. */
export interface ValueRow {
  kind: 'value';
  /** The path of the value: `actions[].type`. */
  path: string;
  type: string;
  required: boolean;
  description: string;
  /** The constraints other than the type, such as `1 to 100`. */
  limits: string[];
  evidence: Evidence | undefined;
  /** The path of an earlier value with the same keys, which are not repeated. */
  sameAs?: string;
}

/** A heading for values that only occur under a condition. */
interface HeadingRow {
  kind: 'heading';
  title: string;
}

/** A row of the description. */
export type Row = ValueRow | HeadingRow;

/** Describes all values of a schema, at any depth. The same keys of several values are described once. */
export function rowsOf(api: Resolver, schema: Schema): Row[] {
  return withoutRepetition(everyRow(api, schema));
}

function everyRow(api: Resolver, schema: Schema): Row[] {
  return flattenSchema(api, schema).map((entry) => {
    if (entry.kind === 'variant') return { kind: 'heading', title: titleOf(entry) };
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

/** Removes the keys of a value if an earlier value has the same keys. */
function withoutRepetition(rows: Row[]): Row[] {
  const firstPaths = new Map<string, string>();
  const result: Row[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (!row) continue;
    const keys = keysOf(rows, i);
    if (row.kind === 'heading' || keys.length < 2) {
      result.push(row);
      continue;
    }
    const text = JSON.stringify(
      keys.map((key) => ({ ...key, path: key.path.slice(row.path.length) })),
    );
    const sameAs = firstPaths.get(text);
    result.push(sameAs === undefined ? row : { ...row, sameAs });
    if (sameAs === undefined) firstPaths.set(text, row.path);
    else i += keys.length;
  }
  return result;
}

/** The values inside the value at an index, up to the next heading. */
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

/** Describes all values of a schema without headings. */
export function valueRowsOf(api: ApiModel, schema: Schema): ValueRow[] {
  return rowsOf(api, schema).filter((row) => row.kind === 'value');
}

function titleOf({ when, name, list }: SchemaVariant): string {
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
    schema.exclusiveMinimum !== undefined && `Greater than ${schema.exclusiveMinimum}`,
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
