import { type Operation, parameterName } from '../operations/operation.ts';
import type { ValidationIssue } from '../validation/validation-issue.ts';

export type PathParameters = { path: Record<string, string> } | { issue: ValidationIssue };

/** The path parameters of a request to this operation. */
export function readPath(
  operation: Operation<string>,
  segments: readonly string[],
): PathParameters {
  const path: Record<string, string> = {};
  for (const [index, step] of operation.path.split('/').entries()) {
    const name = parameterName(step);
    if (name === undefined) continue;
    const value = decode(segments[index] ?? '');
    const keyword = value === undefined ? 'encoding' : value.includes('\0') ? 'nul' : undefined;
    if (keyword) return { issue: { path: ['path', name], keyword, schema: {} } };
    path[name] = value ?? '';
  }
  return { path };
}

function decode(segment: string): string | undefined {
  try {
    return segment.includes('%') ? decodeURIComponent(segment) : segment;
  } catch {
    return undefined;
  }
}
