import type { Operation } from '../operations/operation.ts';
import { checkBody } from './body-issues.ts';
import { readParameters } from './parameter-issues.ts';
import type { ValidationIssue } from './validation-issue.ts';

/** The parts of a request as sent: text in path and query, JSON in the body. */
export interface SentRequest {
  readonly path: Readonly<Record<string, string>>;
  /** The query without its question mark. */
  readonly search: string;
  readonly body: unknown;
  /** The size of the body in bytes. */
  readonly size: number;
}

/**
 * All violations of the API description in a request, including those that a workspace would handle.
 *
 * @example
 * ```ts
 * import { operations, requestIssues } from '@telecrm/sandbox/adapter';
 *
 * const body = { fields: 'none' };
 * for (const operation of operations.filter(({ id }) => id === 'createLead')) {
 *   console.log(requestIssues(operation, { path: {}, search: '', body, size: 18 }));
 * }
 * ```
 */
export function requestIssues(
  operation: Operation<string>,
  { path, search, body, size }: SentRequest,
): ValidationIssue[] {
  const parameters = readParameters(operation, { path, search, relaxed: false });
  const { rejected } = checkBody(operation, { body, size, relaxed: false });
  return [...parameters.issues, ...rejected];
}
