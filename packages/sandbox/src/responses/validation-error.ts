import { type ApiResponse, errorResponse } from '../http/api-response.ts';
import type { Operation } from '../operations/operation.ts';
import { formatIssue } from '../validation/format-issue.ts';
import type { ValidationIssue } from '../validation/validation-issue.ts';

/** The maximum number of issues in a message. */
const shown = 3;

/** The documented response of the operation to these issues, or otherwise a 400 that lists them. */
export function validationError(
  operation: Operation<string>,
  issues: readonly ValidationIssue[],
): ApiResponse {
  return documented(operation, issues) ?? badRequest(issues);
}

// The response is the example that names the invalid path most precisely.
function documented({ errors }: Operation<string>, issues: readonly ValidationIssue[]) {
  const paths = [...new Set(issues.map(({ path }) => withoutIndexes(path)))];
  let best: { exactness: number; response: ApiResponse } | undefined;
  for (const { status, value, violates = [] } of errors) {
    for (const violated of violates) {
      const matches = paths.some((path) => path === violated || path.startsWith(`${violated}.`));
      if (!matches || violated.length <= (best?.exactness ?? 0)) continue;
      best = { exactness: violated.length, response: { status: Number(status), body: value } };
    }
  }
  return best?.response;
}

function withoutIndexes(path: readonly string[]): string {
  return path.filter((step) => !/^\d+$/.test(step)).join('.');
}

function badRequest(issues: readonly ValidationIssue[]): ApiResponse {
  const listed = issues.slice(0, shown).map(formatIssue).join(' ');
  const omitted = issues.length - shown;
  return errorResponse(400, 'BAD_REQUEST', omitted > 0 ? `${listed} And ${omitted} more.` : listed);
}
