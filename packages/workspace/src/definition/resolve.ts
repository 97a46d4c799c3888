import * as v from 'valibot';
import { defaultDefinition } from './default.ts';
import { DefinitionError, type DefinitionProblem, toProblem } from './problems.ts';
import { definitionSchema } from './schema/definition.ts';
import type { ResolvedDefinition, WorkspaceDefinition } from './types.ts';

/** A complete definition, or all problems of the given one. */
export type DefinitionResult =
  | { ok: true; definition: ResolvedDefinition }
  | { ok: false; problems: readonly DefinitionProblem[] };

/** Definitions that do not need to be validated again. */
const resolved = new WeakSet<object>([defaultDefinition]);

/**
 * Validates a definition and completes it. A given part replaces the same part of the default; without any part, the
 * result is the default itself.
 *
 * @param input A {@link WorkspaceDefinition}, or any JSON.
 * @param base The definition that provides the missing parts. Defaults to {@link defaultDefinition}.
 * @returns The complete definition, or the problems of the given one.
 *
 * @example
 * ```ts
 * import { resolveDefinition } from '@telecrm/workspace';
 *
 * const result = resolveDefinition({
 *   customFields: [{ apiName: 'customer_no', type: 'TEXT', isLeadid: true }],
 * });
 * if (!result.ok) {
 *   for (const { field, problem, fix } of result.problems) console.error(field, problem, fix);
 * }
 * ```
 */
export function resolveDefinition(
  input: unknown,
  base: ResolvedDefinition = defaultDefinition,
): DefinitionResult {
  const { success, issues, output } = v.safeParse(definitionSchema, input ?? {}, {
    abortPipeEarly: true,
  });
  if (!success) return { ok: false, problems: issues.map(toProblem) };
  const { $schema: _, ...parts } = output;
  const given = Object.entries(parts).filter(([, part]) => part !== undefined);
  const definition = { ...base, ...Object.fromEntries(given) };
  resolved.add(definition);
  return { ok: true, definition };
}

/** Like {@link resolveDefinition}, for a definition from code. Throws a {@link DefinitionError} if it is invalid. */
export function completeDefinition(
  definition: WorkspaceDefinition | ResolvedDefinition,
): ResolvedDefinition {
  if (isResolved(definition)) return definition;
  const result = resolveDefinition(definition);
  if (!result.ok) throw new DefinitionError(result.problems);
  return result.definition;
}

function isResolved(
  definition: WorkspaceDefinition | ResolvedDefinition,
): definition is ResolvedDefinition {
  return resolved.has(definition);
}
