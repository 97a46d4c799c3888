import {
  type DefinitionProblem,
  type ResolvedDefinition,
  resolveDefinition,
} from '@telecrm/workspace';

/** The maximum number of problems in a message. */
const shown = 3;

/** The definition, or a message that lists its problems: path, problem, fix. */
export type ParsedDefinition = { definition: ResolvedDefinition } | { problem: string };

/**
 * Parses a definition, which may be any value.
 *
 * @param prefix The prefix of each field's name in messages: `body.`.
 */
export function parseDefinition(
  sent: unknown,
  { enterpriseId, prefix }: { enterpriseId: string; prefix: string },
): ParsedDefinition {
  const fresh = { enterpriseId };
  const resolved = resolveDefinition(isObject(sent) ? { ...fresh, ...sent } : (sent ?? fresh));
  if (resolved.ok) return { definition: resolved.definition };
  return { problem: describeProblems(resolved.problems, (field) => prefix + field) };
}

/**
 * The message for an invalid definition: path, problem, fix.
 *
 * @param pathOf The path of a field in messages.
 */
export function describeProblems(
  problems: readonly DefinitionProblem[],
  pathOf: (field: string) => string,
): string {
  const listed = problems
    .slice(0, shown)
    .map(({ field, problem, fix }) => `${pathOf(field)} ${problem}: ${fix}.`);
  const omitted = problems.length - listed.length;
  return [...listed, ...(omitted > 0 ? [`And ${omitted} more.`] : [])].join(' ');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
