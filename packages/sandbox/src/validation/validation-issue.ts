import type { RequestSchema } from './request-schema.ts';

/** A problem of a request. */
export interface ValidationIssue {
  /** The place: `['query', 'limit']`, `['body', 'actions', '0', 'type']`. */
  readonly place: readonly string[];
  /** The violated keyword of JSON Schema, or another word if no schema is involved. */
  readonly keyword: string;
  /** The schema of the place. */
  readonly schema: RequestSchema;
  /** The value, of which only the type is ever stated. */
  readonly given?: unknown;
}
