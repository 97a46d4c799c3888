/** The keywords of JSON Schema that are used to describe valid values. */
export interface RequestSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly examples?: readonly unknown[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: RequestSchema;
  readonly minProperties?: number;
  readonly properties?: Readonly<Record<string, RequestSchema>>;
  readonly anyOf?: readonly RequestSchema[];
  readonly if?: RequestSchema;
  readonly then?: RequestSchema;
  readonly else?: RequestSchema;
}
