import type { Resource } from './operations.ts';

/** The keywords that tell where the entries of a body are. */
interface BodySchema {
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
 * here; in a search nothing is dropped, so there they are not. The Async API queues every JSON object.
 */
export function gateOf(resource: Resource, api: string): Resource {
  const { request } = resource;
  const [content, ...others] = request?.body?.contents ?? [];
  if (!request?.body || !content?.schema || resource.path.endsWith('/search')) return resource;
  const schema = api === 'async' ? { type: 'object' } : open(content.schema as BodySchema);
  // The types of Prism's schemas are narrower than what it validates with.
  const opened = { ...content, schema: schema as typeof content.schema };
  const body = { ...request.body, contents: [opened, ...others] };
  return { ...resource, request: { ...request, body } };
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
