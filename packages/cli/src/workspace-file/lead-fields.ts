import type { Definition, FieldDefinition, FieldType } from './definition.ts';

/** The fields that every workspace has. */
export const standardFields: Readonly<Record<string, FieldType>> = {
  name: 'text',
  phone: 'phone',
  email: 'email',
  rating: 'rating',
  status: 'status',
  assignee: 'email',
};

/** All lead fields of a workspace, the standard ones among them, sorted by name. */
export function leadFields({ customFields }: Definition): FieldDefinition[] {
  const byName = new Map<string, FieldDefinition>(
    Object.entries(standardFields).map(([apiName, type]) => [apiName, { apiName, type }]),
  );
  for (const field of customFields) byName.set(field.apiName, field);
  return [...byName.values()].sort((a, b) => compareText(a.apiName, b.apiName));
}

/** The API name of the field that identifies leads. */
export function identifierOf({ customFields }: Definition): string {
  return customFields.find(({ isLeadid }) => isLeadid)?.apiName ?? 'phone';
}

/** An order that does not depend on the language of the machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
