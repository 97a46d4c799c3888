import type { RequestSchema } from './request-schema.ts';

/** One thing that is wrong with a request. */
export interface ValidationIssue {
  /** Where: `['query', 'limit']`, `['body', 'actions', '0', 'type']`. */
  readonly place: readonly string[];
  /** The keyword that is broken, or a word of ours for what no schema says. */
  readonly keyword: string;
  /** What the place should hold. */
  readonly schema: RequestSchema;
  /** What it does hold, of which only the type is ever stated. */
  readonly given?: unknown;
}
