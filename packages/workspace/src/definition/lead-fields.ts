import { standardFields } from './standard-fields.ts';
import type { FieldDefinition } from './types.ts';

/**
 * All lead fields of a workspace, standard ones first, exactly one of them the lead identifier.
 *
 * @param customFields The `customFields` of a definition, which lists a standard field only to change it.
 *
 * @example
 * ```ts
 * import { defaultDefinition, leadFields } from '@telecrm/workspace';
 *
 * const identifier = leadFields(defaultDefinition.customFields).find(({ isLeadid }) => isLeadid);
 * console.log(identifier?.apiName);
 * ```
 */
export function leadFields(customFields: readonly FieldDefinition[]): FieldDefinition[] {
  const byName = new Map<string, FieldDefinition>(
    standardFields.map((field) => [field.apiName, field]),
  );
  for (const field of customFields) {
    byName.set(field.apiName, { ...byName.get(field.apiName), ...field });
  }
  const identifier = customFields.find(({ isLeadid }) => isLeadid)?.apiName ?? 'phone';
  return [...byName.values()].map((field) => ({
    ...field,
    isLeadid: field.apiName === identifier,
  }));
}
