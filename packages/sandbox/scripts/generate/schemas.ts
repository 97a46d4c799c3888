import type { Operation, Parameter, Resolver, Schema } from '@telecrm/spec/model';

/** Keywords that are for readers, not for validators or messages. */
const prose = /^(description|title|default|x-.*)$/;

/** Keywords that messages do not use. */
const unusedInMessages =
  /^(required|additionalProperties|maxProperties|uniqueItems|multipleOf|not)$/;

/**
 * A schema without prose. An example is included only if a message would otherwise have to quote a pattern or a format.
 */
export function withoutProse<T>(node: T): T {
  return omit(node, (key) => prose.test(key));
}

/**
 * Merges the keywords next to a `$ref` with those of the schema that it refers to, so that a message can use both. If both
 * have the same keyword, they are not merged, and both apply.
 */
export function mergeReferences<T>({ resolveSchema }: Resolver, node: T): T {
  return JSON.parse(JSON.stringify(node), (_key, value) => {
    if (typeof value?.$ref !== 'string' || !value.$ref.includes('/schemas/')) return value;
    const { $ref, ...others } = value;
    const keywords = Object.keys(others).filter((key) => !prose.test(key) && key !== 'examples');
    const target = withoutProse(resolveSchema({ $ref }));
    if (keywords.length === 0 || keywords.some((key) => key in target)) return value;
    return { ...target, ...others };
  });
}

/** A schema with only the keywords that messages use. */
export function forMessages(schema: Schema): Schema {
  return omit(schema, (key) => prose.test(key) || unusedInMessages.test(key));
}

function omit<T>(node: T, isOmitted: (key: string) => boolean): T {
  return JSON.parse(JSON.stringify(node), function (this: Schema, key, value) {
    if (this.type === undefined && isSchemaMap(this)) return value;
    if (key === 'examples') return needsExample(this) ? value.slice(0, 1) : undefined;
    return isOmitted(key) ? undefined : value;
  });
}

/** `properties` maps names to schemas, and a property can have the name `description`. */
function isSchemaMap(node: object): boolean {
  return Object.values(node).every((value) => typeof value === 'object' && !Array.isArray(value));
}

function needsExample({ type, pattern, format }: Schema): boolean {
  return [type].flat().includes('string') && (pattern !== undefined || format !== undefined);
}

/**
 * The schema of a body for an operation whose workspace validates the entries of `fields` and `actions` itself: it
 * drops invalid ones with a remark, or rejects the request with the message of the API, so any entry is accepted here.
 * A search drops nothing, so its entries are validated. Keys that telecrm ignores are accepted. If an error lists its
 * problems by field, the workspace creates that list, so any value is accepted. The Async API queues every JSON object.
 *
 * @returns `undefined` if the schema is used unchanged.
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

/** Whether the 400 of an operation lists details by field. */
function listsFields({ resolveSchema }: Resolver, { responses }: Operation): boolean {
  const { content } = responses.find(({ status }) => status === '400') ?? {};
  const { error = {} } = resolveSchema(content?.schema ?? {}).properties ?? {};
  return Object.hasOwn(resolveSchema(error).properties ?? {}, 'details');
}

/** The object schema with all of its keys optional and with any value. */
function withoutValues({ resolveSchema }: Resolver, reference: Schema): Schema {
  const { type, properties = {}, additionalProperties } = withUnknownKeys(resolveSchema(reference));
  return {
    ...(type && { type }),
    properties: Object.fromEntries(Object.keys(properties).map((key) => [key, {}])),
    ...(additionalProperties !== undefined && { additionalProperties }),
  };
}

/** A schema that also accepts other keys if telecrm ignores them. */
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

/** The schema of the array or object, with any entries. */
function withoutEntries({ type, minProperties, minItems }: Schema): Schema {
  return {
    ...(type && { type }),
    ...(minProperties && { minProperties }),
    ...(minItems && { minItems }),
  };
}

/**
 * Path and query of an operation as one object; `undefined` if any text is valid.
 *
 * @param relaxed Omits the path parameters that the workspace validates.
 */
export function parametersSchema(
  parameters: readonly Parameter[],
  { relaxed }: { relaxed: boolean },
): Schema | undefined {
  const inPath = parameters.filter(
    (one) => one.in === 'path' && !acceptsAnyText(one.schema) && !(relaxed && isLookup(one.schema)),
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

/** Whether a schema accepts any path segment, so that there is nothing to validate. */
function acceptsAnyText({ type, minLength = 0, ...rest }: Schema): boolean {
  const rules = ['enum', 'format', 'pattern', 'maxLength', 'const'];
  return type === 'string' && minLength <= 1 && !rules.some((rule) => Object.hasOwn(rest, rule));
}

/** The workspace reports a value that does not match the pattern as not found, with the message of the API. */
function isLookup({ type, pattern, ...rest }: Schema): boolean {
  const rules = ['enum', 'maxLength', 'const'];
  return (
    type === 'string' && pattern !== undefined && !rules.some((rule) => Object.hasOwn(rest, rule))
  );
}
