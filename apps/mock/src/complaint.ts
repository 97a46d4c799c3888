/** The keywords of JSON Schema that matter for saying what would have been right. */
export interface Schema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  format?: string;
  examples?: unknown[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  minProperties?: number;
  properties?: Record<string, Schema>;
  anyOf?: Schema[];
}

/** One thing that is wrong with a request. */
export interface Complaint {
  /** Where: `['query', 'limit']`, `['body', 'actions', '0', 'type']`. */
  place: readonly string[];
  /** The keyword that is broken, or a word of ours for what no schema says. */
  keyword: string;
  /** What the place should hold. */
  schema: Schema;
  /** What it does hold, of which only the type is ever told. */
  given?: unknown;
}
