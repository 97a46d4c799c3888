import { checkLead, type LeadCheck } from '@telecrm/workspace';
import { isObject } from '../json/json.ts';
import type { Definition } from '../workspace-file/definition.ts';
import type { WorkspaceFile } from '../workspace-file/read.ts';

/** Says what telecrm would drop of a payload, and what it would store. */
export type CheckPayload = (body: unknown) => LeadCheck;

/**
 * The offline check of a workspace file: the verdict of the sandbox. Where the file leaves out the team, any address
 * counts as the one of a member, since nobody can know better.
 */
export function createPayloadCheck(
  { content, definition }: Pick<WorkspaceFile, 'content' | 'definition'>,
  api: 'async' | 'sync',
): CheckPayload {
  if ('teamMembers' in content || !hasMemberFields(definition)) {
    return (body) => checkLead(definition, body, api);
  }
  const emails = new Set<string>();
  let assumed: Definition = { ...definition, teamMembers: [] };
  return (body) => {
    const before = emails.size;
    for (const email of emailsIn(body)) emails.add(email);
    // Preparing a definition takes time, and teams are small.
    if (emails.size > before) {
      assumed = { ...definition, teamMembers: [...emails].map(memberOf) };
    }
    return checkLead(assumed, body, api);
  };
}

function hasMemberFields({ customFields, customActions }: Definition): boolean {
  const fields = [
    ...customFields,
    ...customActions.flatMap(({ fieldSchema }) => Object.values(fieldSchema)),
  ];
  return fields.some(({ type }) => type === 'activeUsers');
}

/** Enough to be a member of a team that is not known. */
function memberOf(email: string): Definition['teamMembers'][number] {
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
