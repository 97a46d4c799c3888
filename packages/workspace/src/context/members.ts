import type { FieldRules } from '../fields/index.ts';
import { getOwn } from '../json/json.ts';
import { comparable, type StoreReader } from '../store/index.ts';
import type { WorkspaceRules } from './rules.ts';

/** The email address of a member, normalized for lookup in a store. */
export function memberIdentifier(email: string): string {
  return comparable(email.trim());
}

/**
 * Creates the parse context for the fields of a request. Only the team members that the request names are looked up.
 *
 * @param values The `fields` of the lead and of each action, which may be any JSON.
 */
export async function fieldRulesFor(
  { fieldRules, memberFields }: WorkspaceRules,
  store: Pick<StoreReader, 'getMember'>,
  values: readonly unknown[],
): Promise<FieldRules> {
  const members = new Map<string, string>();
  for (const identifier of namedMembers(memberFields, values)) {
    const record = await store.getMember(identifier);
    if (record && record.member.status !== 'Deleted') members.set(identifier, record.member.email);
  }
  return { ...fieldRules, members };
}

function namedMembers(memberFields: ReadonlySet<string>, values: readonly unknown[]): Set<string> {
  const identifiers = new Set<string>();
  if (memberFields.size === 0) return identifiers;
  for (const fields of values) {
    for (const apiName of memberFields) {
      for (const email of [getOwn(fields, apiName)].flat()) {
        if (typeof email === 'string') identifiers.add(memberIdentifier(email));
      }
    }
  }
  return identifiers;
}

/** The values in a request that may be fields: those of its lead and of its actions. */
export function fieldsOfRequest(body: unknown): unknown[] {
  const actions = getOwn(body, 'actions');
  const entries = Array.isArray(actions) ? actions : [];
  return [getOwn(body, 'fields'), ...entries.map((entry) => getOwn(entry, 'fields'))];
}
