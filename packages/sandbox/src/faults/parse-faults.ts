import { operations } from '../generated/operations.ts';
import { replaceFaults } from '../generated/replace-faults.ts';
import { depthLimit, isDeeperThan } from '../http/json-depth.ts';
import { checkBody } from '../validation/body-issues.ts';
import { formatIssue } from '../validation/format-issue.ts';
import type { Fault } from './fault.ts';

const operationIds = operations.map(({ id }) => id);

/**
 * The message for faults that name an unknown operation. Everything else has been validated against the description.
 */
export function unknownOperation(faults: readonly Fault[], path: string): string | undefined {
  const index = faults.findIndex(({ operationId }) => {
    return operationId !== undefined && !operationIds.includes(operationId);
  });
  if (index < 0) return undefined;
  return `${path}[${index}].operationId is not an operation: send one of ${operationIds.join(', ')}.`;
}

/** Validates faults from a program in this process. Throws a `TypeError` if they are invalid. */
export function assertFaults(faults: readonly Fault[]): void {
  if (isDeeperThan(depthLimit, faults)) {
    throw new TypeError(
      `faults are nested more than ${depthLimit} levels deep: send less deep bodies.`,
    );
  }
  const { rejected } = checkBody(replaceFaults, { body: faults, size: 0, relaxed: false });
  const [issue] = rejected;
  const problem = issue ? formatIssue(issue) : unknownOperation(faults, 'body');
  if (problem) throw new TypeError(problem.replace(/^body/, 'faults'));
}
