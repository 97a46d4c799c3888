import { leadFields as leadFieldsOf } from '@telecrm/workspace';
import type { Definition, FieldDefinition, FieldType } from './definition.ts';

/** The types of the standard fields. */
export const standardFields: ReadonlyMap<string, FieldType> = new Map(
  leadFieldsOf([]).map(({ apiName, type }) => [apiName, type]),
);

/** All lead fields of a workspace, including the standard ones, sorted by name. */
export function leadFields({ customFields }: Definition): FieldDefinition[] {
  return leadFieldsOf(customFields).sort((a, b) => compareText(a.apiName, b.apiName));
}

/** The API name of the identifier field. */
export function identifierOf({ customFields }: Definition): string {
  return customFields.find(({ isLeadid }) => isLeadid)?.apiName ?? 'phone';
}

/** An order that does not depend on the locale of the machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
