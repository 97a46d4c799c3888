import type { Operation, Parameter, Resolver, Schema } from '@telecrm/spec/model';

/** Keywords that say something to people and nothing to a validator or to a message. */
const prose = /^(description|title|default|x-.*)$/;

/** Keywords that a message never speaks of. */
const silent = /^(required|additionalProperties|maxProperties|uniqueItems|multipleOf|not)$/;

/** A schema without prose; an example is kept only where a pattern or a format would have to be read instead. */
export function withoutProse<T>(node: T): T {
  return omit(node, (key) => prose.test(key));
}

/**
 * Puts keywords that stand beside a `$ref` and those behind it into one schema, so that a message knows both. Where both
 * say the same keyword they stay apart, and both hold.
 */
export function mergeReferences<T>({ resolveSchema }: Resolver, node: T): T {
  return JSON.parse(JSON.stringify(node), (_key, value) => {
    if (typeof value?.$ref !== 'string' || !value.$ref.includes('/schemas/')) return value;
    const { $ref, ...beside } = value;
    const keywords = Object.keys(beside).filter((key) => !prose.test(key) && key !== 'examples');
    const behind = withoutProse(resolveSchema({ $ref }));
    if (keywords.length === 0 || keywords.some((key) => key in behind)) return value;
    return { ...behind, ...beside };
  });
}

/** A schema with what a message speaks of, and nothing else. */
export function forMessages(schema: Schema): Schema {
  return omit(schema, (key) => prose.test(key) || silent.test(key));
}

function omit<T>(node: T, isOmitted: (key: string) => boolean): T {
  return JSON.parse(JSON.stringify(node), function (this: Schema, key, value) {
    if (this.type === undefined && isSchemaMap(this)) return value;
    if (key === 'examples') return helps(this) ? value.slice(0, 1) : undefined;
    return isOmitted(key) ? undefined : value;
  });
}

/** `properties` maps names to schemas, and a property may well be called `description`. */
function isSchemaMap(node: object): boolean {
  return Object.values(node).every((value) => typeof value === 'object' && !Array.isArray(value));
}

function helps({ type, pattern, format }: Schema): boolean {
  return [type].flat().includes('string') && (pattern !== undefined || format !== undefined);
}

/**
 * The schema of a body for an operation whose workspace judges the entries of `fields` and `actions`: it drops what is
 * wrong in them with a remark, or refuses it in the API's own words, so they are left open here. In a search nothing is
 * dropped, so there they are not. Keys that telecrm ignores are accepted. Where an error lists what is wrong by field, the
 * workspace makes that list, so all values are left open. The Async API queues every JSON object.
 *
 * @returns `undefined` where the schema itself is the one to validate with.
 */
export function relax(resolver: Resolver, operation: Operation): Schema | undefined {
  const { api, path, requestBody } = operation;
  if (!requestBody || path.endsWith('/search')) return undefined;
  if (api === 'async') return { type: 'object' };
  const { schema } = requestBody;
  return listsFields(resolver, operation)
    ? withoutValues(resolver, schema)
    : open(resolver, schema);
}

/** Whether the 400 of an operation has details by field. */
function listsFields({ resolveSchema }: Resolver, { responses }: Operation): boolean {
  const { content } = responses.find(({ status }) => status === '400') ?? {};
  const { error = {} } = resolveSchema(content?.schema ?? {}).properties ?? {};
  return Object.hasOwn(resolveSchema(error).properties ?? {}, 'details');
}

/** The object with its keys, and without a word about their values or whether they must be there. */
function withoutValues({ resolveSchema }: Resolver, reference: Schema): Schema {
  const { type, properties = {}, additionalProperties } = withUnknownKeys(resolveSchema(reference));
  return {
    ...(type && { type }),
    properties: Object.fromEntries(Object.keys(properties).map((key) => [key, {}])),
    ...(additionalProperties !== undefined && { additionalProperties }),
  };
}

/** A schema that takes other keys as well, where telecrm ignores them. */
function withUnknownKeys(schema: Schema): Schema {
  const { additionalProperties, ...open } = schema;
  return schema['x-unknown-keys'] ? open : schema;
}

function open(resolver: Resolver, reference: Schema): Schema | undefined {
  const schema = resolver.resolveSchema(reference);
  const { properties = {} } = schema;
  const collections = ['fields', 'actions'].flatMap((key) => {
    const value = properties[key];
    return value ? [[key, withoutEntries(resolver.resolveSchema(value))]] : [];
  });
  const whenPayment = schema.then && open(resolver, schema.then);
  const otherwise = schema.else && open(resolver, schema.else);
  if (collections.length === 0 && !whenPayment && !otherwise) return undefined;
  return {
    ...withUnknownKeys(schema),
    ...(collections.length > 0 && {
      properties: { ...properties, ...Object.fromEntries(collections) },
    }),
    // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
    ...(whenPayment && { then: whenPayment }),
    ...(otherwise && { else: otherwise }),
  };
}

/** The collection without a word about its entries. */
function withoutEntries({ type, minProperties, minItems }: Schema): Schema {
  return {
    ...(type && { type }),
    ...(minProperties && { minProperties }),
    ...(minItems && { minItems }),
  };
}

/**
 * Path and query of an operation as one object; `undefined` where they take any text.
 *
 * @param relaxed Leaves out the parts of the path that a workspace judges.
 */
export function parametersSchema(
  parameters: readonly Parameter[],
  { relaxed }: { relaxed: boolean },
): Schema | undefined {
  const inPath = parameters.filter(
    (one) => one.in === 'path' && !takesAnyText(one.schema) && !(relaxed && isLookup(one.schema)),
  );
  const inQuery = parameters.filter((one) => one.in === 'query');
  if (inPath.length + inQuery.length === 0) return undefined;
  return { type: 'object', properties: { path: objectOf(inPath), query: objectOf(inQuery) } };
}

function objectOf(parameters: readonly Parameter[]): Schema {
  const properties = parameters.map(({ name, schema, example }) => [
    name,
    { ...(example !== undefined && { examples: [example] }), ...withoutProse(schema) },
  ]);
  return { type: 'object', properties: Object.fromEntries(properties) };
}

/** Whether a schema takes whatever can stand in a path, so that there is nothing to validate. */
function takesAnyText({ type, minLength = 0, ...rest }: Schema): boolean {
  const rules = ['enum', 'format', 'pattern', 'maxLength', 'const'];
  return type === 'string' && minLength <= 1 && !rules.some((rule) => Object.hasOwn(rest, rule));
}

/** What does not fit a pattern is not found, which the workspace says in the API's own words. */
function isLookup({ type, pattern, ...rest }: Schema): boolean {
  const rules = ['enum', 'maxLength', 'const'];
  return (
    type === 'string' && pattern !== undefined && !rules.some((rule) => Object.hasOwn(rest, rule))
  );
}

/** The component schemas that these schemas refer to, directly or through others, for messages. */
export function componentsOf(
  roots: readonly Schema[],
  schemas: Readonly<Record<string, Schema>>,
): Record<string, Schema> {
  const found: Record<string, Schema> = {};
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('$ref' in node && typeof node.$ref === 'string') {
      const name = node.$ref.slice(node.$ref.lastIndexOf('/') + 1);
      const schema = schemas[name];
      if (schema && !Object.hasOwn(found, name)) {
        found[name] = forMessages(schema);
        visit(schema);
      }
    }
    Object.values(node).forEach(visit);
  };
  roots.forEach(visit);
  return found;
}
