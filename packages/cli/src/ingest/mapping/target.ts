import type { Definition, FieldDefinition } from '../../workspace-file/definition.ts';
import { leadFields } from '../../workspace-file/lead-fields.ts';

/** What a column is sent as: a field of the lead, or a field of one of its actions. */
export interface Target {
  /** As it is written in mappings: `city`, `ACTION_1001.note`. */
  readonly name: string;
  /** The code of the action, `ACTION_1001`; nothing for a field of the lead. */
  readonly action?: string;
  readonly field: Pick<FieldDefinition, 'apiName' | 'type' | 'options'>;
}

/** All that columns of a workspace can be sent as, by name. */
export function targetsOf(definition: Definition): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  for (const field of leadFields(definition)) {
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
