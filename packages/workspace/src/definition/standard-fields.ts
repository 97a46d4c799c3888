import type { FieldDefinition } from './types.ts';

/** The fields that every workspace has. An assignee is an email address like any other, by the docs' own table. */
export const standardFields: readonly FieldDefinition[] = [
  { apiName: 'name', type: 'text' },
  { apiName: 'phone', type: 'phone' },
  { apiName: 'email', type: 'email' },
  { apiName: 'rating', type: 'rating' },
  { apiName: 'status', type: 'status' },
  { apiName: 'assignee', type: 'email' },
];

/** What telecrm itself puts beside the fields of a lead that was searched. */
export const systemFieldNames: readonly string[] = ['created_on', 'modified_on'];

/** All lead fields of a workspace, standard ones first, exactly one of them the lead identifier. */
export function leadFields(customFields: readonly FieldDefinition[]): FieldDefinition[] {
  const byName = new Map(standardFields.map((field) => [field.apiName, field]));
  for (const field of customFields) {
    byName.set(field.apiName, { ...byName.get(field.apiName), ...field });
  }
  const identifier = customFields.find(({ isLeadid }) => isLeadid)?.apiName ?? 'phone';
  return [...byName.values()].map((field) => ({
    ...field,
    isLeadid: field.apiName === identifier,
  }));
}
