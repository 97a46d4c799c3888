import type { OpenApiDocument, Reference } from './document.ts';
import type { Schema } from './schema.ts';

/** Resolves the references within one document. All functions throw for a reference without a target. */
export interface Resolver {
  /** The target of a reference, or of a chain of references. Returns any other node unchanged. */
  resolve<Node extends object>(node: Node | Reference): Node;
  /** A schema with its references resolved. Keywords next to a `$ref` take precedence over those of its target. */
  resolveSchema(schema: Schema): Schema;
}

/**
 * Creates the functions that resolve the references within a document.
 *
 * @example
 * ```ts
 * import sync from '@telecrm/spec/sync.json' with { type: 'json' };
 * import { createResolver } from '@telecrm/spec/model';
 *
 * const { resolveSchema } = createResolver(sync);
 * console.log(resolveSchema({ $ref: '#/components/schemas/PaymentStatus' }).enum);
 * ```
 */
export function createResolver(document: OpenApiDocument): Resolver {
  function resolve<Node extends object>(node: Node | Reference): Node {
    // The lint has checked that the target of a reference is valid at its location.
    return isReference(node) ? resolve(valueAt(document, node.$ref) as Node | Reference) : node;
  }

  function resolveSchema(schema: Schema): Schema {
    const { $ref, ...others } = schema;
    if ($ref === undefined) return schema;
    return { ...resolveSchema(valueAt(document, $ref)), ...others };
  }

  return { resolve, resolveSchema };
}

/** A JSON pointer as a reference: the keys `paths` and `/lead` give `#/paths/~1lead`. */
export function pointerTo(...keys: readonly string[]): string {
  return `#/${keys.map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
}

function isReference(node: object): node is Reference {
  return '$ref' in node && typeof node.$ref === 'string';
}

function valueAt(document: OpenApiDocument, $ref: string): object {
  let at: unknown = document;
  for (const step of $ref.replace(/^#\//, '').split('/')) {
    const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    at = isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }
  if (!isObject(at)) throw new Error(`${$ref} leads nowhere`);
  return at;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
