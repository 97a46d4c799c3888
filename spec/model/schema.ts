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
  /** Beside `additionalProperties: false`: telecrm accepts other keys and ignores them. */
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
