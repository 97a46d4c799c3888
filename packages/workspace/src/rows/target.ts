import { leadFields, type ResolvedDefinition } from '../definition/index.ts';
import type { Field } from '../fields/index.ts';

/** The target of a column: a field of the lead, or a field of one of its actions. */
export interface Target {
  /** Its name in mappings: `city`, `ACTION_1001.note`. */
  readonly name: string;
  /** The code of the action, `ACTION_1001`; `undefined` for a field of the lead. */
  readonly action?: string;
  readonly field: Field;
}

/**
 * All possible targets of columns in a workspace, by name; the fields of leads come first, in alphabetical order.
 *
 * @example
 * ```ts
 * import { defaultDefinition } from '@telecrm/workspace';
 * import { guessTarget, targetsOf } from '@telecrm/workspace/rows';
 *
 * const targets = targetsOf(defaultDefinition);
 * console.log(guessTarget('Mobile No.', targets)?.name); // phone
 * ```
 */
export function targetsOf(definition: ResolvedDefinition): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  const fields = leadFields(definition.customFields);
  for (const field of fields.sort((a, b) => (a.apiName < b.apiName ? -1 : 1))) {
    targets.set(field.apiName, { name: field.apiName, field });
  }
  for (const { code, fieldSchema } of definition.customActions) {
    for (const [apiName, field] of Object.entries(fieldSchema)) {
      const name = `${code}.${apiName}`;
      targets.set(name, { name, action: code, field: { ...field, apiName } });
    }
  }
  return targets;
}
