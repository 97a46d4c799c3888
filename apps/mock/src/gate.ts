import type { Resource } from './operations.ts';

type Request = NonNullable<Resource['request']>;

/** The keywords that tell where the entries of a body are. */
interface BodySchema {
  minLength?: number;
  format?: string;
  type?: string | string[];
  minProperties?: number;
  minItems?: number;
  properties?: Record<string, BodySchema>;
  then?: BodySchema;
  else?: BodySchema;
}

/**
 * What Prism holds a request to before the workspace sees it. What is wrong inside an entry of `fields` or `actions` is
 * the workspace's business, which drops it with a remark or refuses it in the API's own words. So these are left open
 * here; in a search nothing is dropped, so there they are not. The Async API queues every JSON object. Parts of the path
 * that take any text are left out, as there is nothing about them to validate.
 */
export function gateOf(resource: Resource, api: string): Resource {
  const request = { ...resource.request, ...openBody(resource, api) };
  const path = resource.request?.path?.filter(
    ({ schema }) => !takesAnyText((schema ?? {}) as BodySchema),
  );
  if (path === undefined || path.length === 0) delete request.path;
  else request.path = path;
  return { ...resource, request };
}

/**
 * Whether a schema takes whatever can stand in a path, so that there is nothing to hold it to. What does not fit a
 * pattern is not found, which the workspace says in the API's own words.
 */
function takesAnyText({ type, minLength = 0, format, ...rest }: BodySchema): boolean {
  if (format !== undefined && !('pattern' in rest)) return false;
  const rules = ['enum', 'maxLength', 'const'];
  return type === 'string' && minLength <= 1 && !rules.some((rule) => Object.hasOwn(rest, rule));
}

function openBody({ request, path }: Resource, api: string): Pick<Request, 'body'> {
  const [content, ...others] = request?.body?.contents ?? [];
  if (!request?.body || !content?.schema || path.endsWith('/search')) return {};
  const schema = api === 'async' ? { type: 'object' } : open(content.schema as BodySchema);
  // The types of Prism's schemas are narrower than what it validates with.
  const opened = { ...content, schema: schema as typeof content.schema };
  return { body: { ...request.body, contents: [opened, ...others] } };
}

function open(schema: BodySchema): BodySchema {
  const { properties = {} } = schema;
  const opened: BodySchema = { ...schema };
  const { fields, actions } = properties;
  if (fields || actions) {
    opened.properties = {
      ...properties,
      ...(fields && { fields: emptied(fields) }),
      ...(actions && { actions: emptied(actions) }),
    };
  }
  // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
  if (schema.then) opened.then = open(schema.then);
  if (schema.else) opened.else = open(schema.else);
  return opened;
}

/** The collection without a word about its entries. */
function emptied({ type, minProperties, minItems }: BodySchema): BodySchema {
  return {
    ...(type && { type }),
    ...(minProperties && { minProperties }),
    ...(minItems && { minItems }),
  };
}
