import type { RequestSchema } from './request-schema.ts';

/** A problem of a request. */
export interface ValidationIssue {
  /** The path: `['query', 'limit']`, `['body', 'actions', '0', 'type']`. */
  readonly path: readonly string[];
  /** The violated keyword of JSON Schema, or another word if no schema is involved. */
  readonly keyword: string;
  /** The schema at that path. */
  readonly schema: RequestSchema;
  /** The value. Messages mention only its type. */
  readonly given?: unknown;
}
