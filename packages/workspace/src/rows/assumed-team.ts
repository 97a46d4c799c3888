import type { ResolvedDefinition } from '../definition/index.ts';
import { isObject } from '../json/json.ts';

/**
 * Creates the definition to check each payload with, for a workspace file without a team: every address in the payload
 * counts as a team member, because the actual team is not known.
 *
 * @param options.hasTeam Whether the definition contains the team of the workspace, instead of the default team.
 * @returns A function from payload to definition; it returns `definition` itself if the team is known or no field
 * contains a member.
 *
 * @example
 * ```ts
 * import { checkLead, defaultDefinition } from '@telecrm/workspace';
 * import { assumeTeam } from '@telecrm/workspace/rows';
 *
 * const definitionFor = assumeTeam(defaultDefinition, { hasTeam: false });
 * const body = { fields: { phone: '919999999999' } };
 * console.log(checkLead(definitionFor(body), body, 'async').dropped);
 * ```
 */
export function assumeTeam(
  definition: ResolvedDefinition,
  { hasTeam }: { hasTeam: boolean },
): (body: unknown) => ResolvedDefinition {
  if (hasTeam || !hasMemberFields(definition)) return () => definition;
  const emails = new Set<string>();
  let assumed: ResolvedDefinition = { ...definition, teamMembers: [] };
  return (body) => {
    const before = emails.size;
    for (const email of emailsIn(body)) emails.add(email);
    // Prepared again only for new addresses, because preparing a definition takes time.
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

/** A member with placeholder values for everything except the address. */
function memberOf(email: string): ResolvedDefinition['teamMembers'][number] {
  return {
    ...{ name: email, email, phone_number: '910000000000', status: 'Active' },
    ...{ manager_name: null, manager_email: null, permission_template_name: null, license: null },
  };
}

const simpleEmail = /^[^\s@]{1,64}@[^\s@]{1,180}$/;

/** All email addresses in the fields of a payload and of its actions, in lower case. */
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
