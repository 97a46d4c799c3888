import type { Issue } from './schema/messages.ts';

/** An invalid part of a definition. */
export interface DefinitionProblem {
  /** Where it is: `customFields[0].type`. */
  field: string;
  /** The problem: “is not known”. */
  problem: string;
  /** The fix: “did you mean `customFields`?”. */
  fix: string;
}

/**
 * The error for an invalid definition. Its message names the first problems.
 *
 * @example
 * ```ts
 * import { createWorkspace, DefinitionError } from '@telecrm/workspace';
 *
 * try {
 *   await createWorkspace({ definition: { dateFormat: 'DD/MM/YYYY' } });
 * } catch (error) {
 *   if (error instanceof DefinitionError) console.error(error.problems);
 * }
 * ```
 */
export class DefinitionError extends TypeError {
  override readonly name = 'DefinitionError';
  /** All problems of the definition. */
  readonly problems: readonly DefinitionProblem[];

  constructor(problems: readonly DefinitionProblem[]) {
    super(formatProblems(problems));
    this.problems = problems;
  }
}

/** Converts a validation issue to a problem. The messages of the schema have the form `problem: fix`. */
export function toProblem({ path, message }: Issue): DefinitionProblem {
  const [problem = '', ...fix] = message.split(': ');
  return { field: path ? formatPath(path) : 'the definition', problem, fix: fix.join(': ') };
}

function formatProblems(problems: readonly DefinitionProblem[], max = 3): string {
  const sentences = problems
    .slice(0, max)
    .map(({ field, problem, fix }) => `${field} ${problem}: ${fix}.`);
  const omitted = problems.length - sentences.length;
  return [...sentences, ...(omitted > 0 ? [`And ${omitted} more.`] : [])].join(' ');
}

function formatPath(path: readonly { readonly key: unknown }[]): string {
  return path
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
