import { isCountry, isDateFormat, isTimeZone } from '../fields/index.ts';
import { customActions } from './actions.ts';
import { type DefinitionProblem, object, take, text, whole } from './check.ts';
import { defaultDefinition } from './default.ts';
import type { WorkspaceDefinition } from './definition.ts';
import { customFields } from './fields.ts';
import { pipeline } from './pipeline.ts';
import { teamMembers } from './team.ts';

const parts = object(
  {},
  {
    enterpriseId: text,
    defaultCountry: take(
      (value) => (typeof value === 'string' && isCountry(value) ? value : undefined),
      'send a country code of two capitals, such as IN',
    ),
    dateFormat: take(
      (value) => (typeof value === 'string' && isDateFormat(value) ? value : undefined),
      'send a format with day, month and year, such as dd/MM/yyyy HH:mm:ss',
    ),
    timeZone: take(
      (value) => (typeof value === 'string' && isTimeZone(value) ? value : undefined),
      'send an IANA time zone, such as Asia/Kolkata',
    ),
    customFields,
    customActions,
    pipeline,
    teamMembers,
    seats: whole,
  },
);

/** A definition to work with, or everything that is wrong with what was sent. */
export type ResolvedDefinition =
  | { ok: true; definition: WorkspaceDefinition }
  | { ok: false; problems: readonly DefinitionProblem[] };

/**
 * Reads a definition from untrusted JSON. A part that is given replaces that part of the default, whole; nothing at
 * all gives the default itself.
 *
 * @param sent Any of the keys of {@link WorkspaceDefinition}, or nothing.
 * @param base What the parts that are not given are taken from.
 *
 * @example
 * ```ts
 * import { resolveDefinition } from '@telecrm/workspace';
 *
 * const resolved = resolveDefinition({
 *   customFields: [{ apiName: 'customer_no', type: 'TEXT', isLeadid: true }],
 * });
 * if (!resolved.ok) {
 *   for (const { field, problem, fix } of resolved.problems) console.error(field, problem, fix);
 * }
 * ```
 */
export function resolveDefinition(
  sent: unknown,
  base: WorkspaceDefinition = defaultDefinition,
): ResolvedDefinition {
  const problems: DefinitionProblem[] = [];
  const given = parts(sent ?? {}, '', problems);
  if (given === undefined) {
    const named = problems.map((problem) => ({
      ...problem,
      field: problem.field === '' ? 'the definition' : problem.field,
    }));
    return { ok: false, problems: named };
  }
  return { ok: true, definition: { ...base, ...given } };
}
