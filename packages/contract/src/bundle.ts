/** The two bundles, as far as the contract reads them. */
import asyncBundle from '@telecrm/spec/async.json' with { type: 'json' };
import syncBundle from '@telecrm/spec/sync.json' with { type: 'json' };

export type Api = 'async' | 'sync';

export type Schema = {
  $ref?: string;
  type?: string | string[];
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  then?: Schema;
  else?: Schema;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  minItems?: number;
  minProperties?: number;
};

type Example = { $ref?: string; value: unknown };
export type Content = { schema: Schema; examples: Record<string, Example> };
type Response = {
  $ref?: string;
  headers?: Record<string, unknown>;
  content: Record<string, Content>;
};
export type Parameter = {
  $ref?: string;
  name: string;
  in: 'path' | 'query';
  schema: Schema;
  example?: unknown;
  examples?: Record<string, Example>;
};
export type RawOperation = {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, Content> };
  responses: Record<string, Response>;
};
type PathItem = { parameters?: Parameter[]; get?: RawOperation; post?: RawOperation };
export type Bundle = {
  paths: Record<string, PathItem>;
  components: { schemas: Record<string, Schema> };
};

// TypeScript infers these documents literally, one type per example; the shape above is what they share.
export const bundles: Record<Api, Bundle> = {
  async: asyncBundle as unknown as Bundle,
  sync: syncBundle as unknown as Bundle,
};

/** What a `$ref` of the bundle stands for; a value without one stands for itself. */
export function resolve<Node extends { $ref?: string }>(api: Api, node: Node): Node {
  if (node.$ref === undefined) return node;
  const keys = node.$ref.replace(/^#\//, '').split('/');
  let target: unknown = bundles[api];
  for (const key of keys) {
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
    target = (target as Record<string, unknown> | undefined)?.[name];
  }
  if (target === undefined) throw new Error(`${api}: nothing stands at ${node.$ref}`);
  // A reference of a bundle leads to a node of the same kind: the spec's lint sees to that.
  return resolve(api, target as Node);
}
