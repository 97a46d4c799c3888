import type { ResolvedDefinition } from '../definition/index.ts';
import { isObject } from '../json/json.ts';

/**
 * Makes the definition to check each payload with, where the workspace file leaves out the team: any address counts as
 * the one of a member, since nobody can know better.
 *
 * @param options.knowsTeam Whether the definition has the team of the workspace, rather than that of the default.
 * @returns A function of the payload; where the team is known or no field takes a member, it returns the definition.
 *
 * @example
 * ```ts
 * import { checkLead, defaultDefinition } from '@telecrm/workspace';
 * import { assumeTeam } from '@telecrm/workspace/rows';
 *
 * const definitionFor = assumeTeam(defaultDefinition, { knowsTeam: false });
 * const body = { fields: { phone: '919999999999' } };
 * console.log(checkLead(definitionFor(body), body, 'async').dropped);
 * ```
 */
export function assumeTeam(
  definition: ResolvedDefinition,
  { knowsTeam }: { knowsTeam: boolean },
): (body: unknown) => ResolvedDefinition {
  if (knowsTeam || !hasMemberFields(definition)) return () => definition;
  const emails = new Set<string>();
  let assumed: ResolvedDefinition = { ...definition, teamMembers: [] };
  return (body) => {
    const before = emails.size;
    for (const email of emailsIn(body)) emails.add(email);
    // Preparing a definition takes time, and teams are small.
    if (emails.size > before) {
      assumed = { ...definition, teamMembers: [...emails].map(memberOf) };
    }
    return assumed;
  };
}

function hasMemberFields({ customFields, customActions }: ResolvedDefinition): boolean {
  const fields = [
    ...customFields,
    ...customActions.flatMap(({ fieldSchema }) => Object.values(fieldSchema)),
  ];
  return fields.some(({ type }) => type === 'activeUsers');
}

/** Enough to be a member of a team that is not known. */
function memberOf(email: string): ResolvedDefinition['teamMembers'][number] {
  return {
    ...{ name: email, email, phone_number: '910000000000', status: 'Active' },
    ...{ manager_name: null, manager_email: null, permission_template_name: null, license: null },
  };
}

const simpleEmail = /^[^\s@]{1,64}@[^\s@]{1,180}$/;

/** All addresses among the values of a payload and of its actions, in lower case. */
function emailsIn(body: unknown): string[] {
  if (!isObject(body)) return [];
  const actions = Array.isArray(body.actions) ? body.actions.filter(isObject) : [];
  return [body.fields, ...actions.map(({ fields }) => fields)]
    .filter(isObject)
    .flatMap((fields) => Object.values(fields))
    .filter((value) => typeof value === 'string')
    .map((value) => value.trim().toLowerCase())
    .filter((value) => simpleEmail.test(value));
}
