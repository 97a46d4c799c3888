import type { Issue } from './schema/messages.ts';

/** An invalid part of a definition. */
export interface DefinitionProblem {
  /** Where it is: `customFields[0].type`. */
  field: string;
  /** What is wrong with it: “is not known”. */
  problem: string;
  /** What to do: “did you mean `customFields`?”. */
  fix: string;
}

/**
 * A definition is invalid. Its message names the first problems.
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
  /** Everything that is wrong with the definition. */
  readonly problems: readonly DefinitionProblem[];

  constructor(problems: readonly DefinitionProblem[]) {
    super(formatProblems(problems));
    this.problems = problems;
  }
}

/** The problem that a validation issue stands for. The schema writes messages as `problem: fix`. */
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
