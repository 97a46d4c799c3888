import type { EvidenceMark } from './evidence.ts';

/** A JSON Schema of the spec, with its `$ref`s, which name components. `ApiModel.resolveSchema` resolves them. */
export interface Schema extends EvidenceMark {
  $ref?: string;
  title?: string;
  description?: string;
  type?: string | readonly string[];
  format?: string;
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  examples?: readonly unknown[];
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  allOf?: readonly Schema[];
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  not?: Schema;
  if?: Schema;
  then?: Schema;
  else?: Schema;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  minProperties?: number;
  maxProperties?: number;
  /** Next to `additionalProperties: false`: telecrm accepts other keys and ignores them. */
  'x-unknown-keys'?: string;
}

/**
 * The name of the component that a schema or another part of the document refers to, if it is a reference.
 *
 * @example
 * ```ts
 * import { componentName } from '@telecrm/spec/model';
 *
 * console.log(componentName({ $ref: '#/components/schemas/PaymentStatus' }));
 * ```
 */
export function componentName({ $ref }: { readonly $ref?: string }): string | undefined {
  return $ref?.slice($ref.lastIndexOf('/') + 1);
}

/**
 * The component schemas that these schemas refer to, directly or through others, as written in the spec.
 *
 * @param roots The schemas to begin with. They are not in the result unless something refers to them.
 * @param schemas The component schemas by name, `ApiModel.schemas`.
 *
 * @example
 * ```ts
 * import { apis, referencedSchemas } from '@telecrm/spec/model';
 *
 * const { operation, schemas } = apis().sync;
 * const { requestBody } = operation('createLead');
 * if (requestBody) console.log(Object.keys(referencedSchemas([requestBody.schema], schemas)));
 * ```
 */
export function referencedSchemas(
  roots: readonly Schema[],
  schemas: Readonly<Record<string, Schema>>,
): Record<string, Schema> {
  const found: Record<string, Schema> = {};
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('$ref' in node && typeof node.$ref === 'string') {
      const name = componentName({ $ref: node.$ref }) ?? '';
      const schema = schemas[name];
      if (schema && !Object.hasOwn(found, name)) {
        found[name] = schema;
        visit(schema);
      }
    }
    Object.values(node).forEach(visit);
  };
  roots.forEach(visit);
  return found;
}
