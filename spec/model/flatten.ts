import type { Resolver } from './resolve.ts';
import { componentName, type Schema } from './schema.ts';

/** A value in the JSON of a schema. */
export interface SchemaValue {
  kind: 'value';
  /** Its path: `actions[].type`; `*` means any other key. */
  path: string;
  required: boolean;
  /** With its reference resolved. */
  schema: Schema;
}

/** One of several variants, followed by its values. */
export interface SchemaVariant {
  kind: 'variant';
  /** `alternative`: of an `anyOf` or `oneOf`. `then` and `else`: by the result of the condition. */
  when: 'alternative' | 'then' | 'else';
  /** The component or the title of the variant; for a condition, the values that meet it. */
  name: string;
  /** Whether the variant is an array of the named component. */
  list: boolean;
}

/** A value of a schema, or the beginning of one of its variants. */
export type SchemaEntry = SchemaValue | SchemaVariant;

/**
 * Lists every value in the JSON of a schema, at any depth, in the order of the schema.
 *
 * @param resolver The API that the schema belongs to.
 * @param schema A schema of its document. A recursive schema is listed once.
 * @returns Values, and each variant before its values.
 *
 * @example
 * ```ts
 * import { apis, flattenSchema } from '@telecrm/spec/model';
 *
 * const { sync } = apis();
 * const { schema = {} } = sync.operation('createLead').requestBody ?? {};
 * for (const entry of flattenSchema(sync, schema)) {
 *   if (entry.kind === 'value') console.log(entry.path, entry.required);
 * }
 * ```
 */
export function flattenSchema({ resolveSchema }: Resolver, schema: Schema): SchemaEntry[] {
  const entries: SchemaEntry[] = [];
  addValue(schema, '', false, []);
  return entries;

  function addValue(part: Schema, path: string, required: boolean, ancestors: string[]): void {
    const seen = part.$ref ? [...ancestors, part.$ref] : ancestors;
    const found = resolveSchema(part);
    if (path) entries.push({ kind: 'value', path, required, schema: found });
    if (part.$ref && ancestors.includes(part.$ref)) return;
    if (found.items) {
      const items = resolveSchema(found.items);
      if (isNested(items)) addKeys(items, `${path}[]`, [...seen, found.items.$ref ?? '']);
    }
    addKeys(found, path, seen);
  }

  function addKeys(part: Schema, path: string, seen: string[]): void {
    const at = (key: string) => (path ? `${path}.${key}` : key);
    const rest = part.additionalProperties;
    const restRef = typeof rest === 'object' ? rest.$ref : undefined;
    for (const [key, inner] of Object.entries(part.properties ?? {})) {
      const required = part.required?.includes(key) ?? false;
      // Parts that a key shares with arbitrary keys are listed once, under `*`.
      const isLikeRest = inner.$ref !== undefined && inner.$ref === restRef;
      if (!isLikeRest) addValue(inner, at(key), required, seen);
      else entries.push({ kind: 'value', path: at(key), required, schema: resolveSchema(inner) });
    }
    if (typeof rest === 'object') addValue(rest, at('*'), false, seen);
    for (const { variant, branch } of variantsOf(part)) {
      entries.push(variant);
      const found = resolveSchema(branch);
      if (found.items) addKeys(resolveSchema(found.items), `${path}[]`, seen);
      addKeys(found, path, seen);
    }
  }
}

function variantsOf(schema: Schema): { variant: SchemaVariant; branch: Schema }[] {
  const { anyOf = [], oneOf = [], if: condition, then: whenTrue, else: whenFalse } = schema;
  const variants = [...anyOf, ...oneOf].map((branch) => ({
    variant: variantOf('alternative', branch),
    branch,
  }));
  if (!condition) return variants;
  if (whenTrue) variants.push({ variant: variantOf('then', condition), branch: whenTrue });
  if (whenFalse) variants.push({ variant: variantOf('else', condition), branch: whenFalse });
  return variants;
}

function variantOf(when: SchemaVariant['when'], schema: Schema): SchemaVariant {
  const named = schema.items ?? schema;
  const name = componentName(named) ?? schema.title ?? [named.type ?? 'any'].flat().join(' or ');
  return { kind: 'variant', when, name, list: schema.items !== undefined };
}

function isNested({ properties, additionalProperties, anyOf, oneOf, ...schema }: Schema): boolean {
  return [properties, additionalProperties, anyOf, oneOf, schema.if].some(Boolean);
}
