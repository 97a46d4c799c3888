import type { WorkspaceRules } from '../context/rules.ts';
import type { ParsedFields } from '../fields/index.ts';
import { fieldLabel } from '../text/format.ts';

/** The fields of an update, except for those that are locked once the lead exists if the workspace enforces that. */
export function withoutLockedFields(
  { definition, leadFields }: Pick<WorkspaceRules, 'definition' | 'leadFields'>,
  fields: ParsedFields,
): ParsedFields {
  if (!definition.variants.enforceLockAfterCreate) return fields;
  const isLocked = (apiName: string) => leadFields.get(apiName)?.lockAfterCreate === true;
  const locked = [...fields.stored.keys(), ...fields.cleared].filter(isLocked);
  return {
    stored: new Map([...fields.stored].filter(([apiName]) => !isLocked(apiName))),
    cleared: fields.cleared.filter((apiName) => !isLocked(apiName)),
    dropped: [
      ...fields.dropped,
      ...locked.map((apiName) => ({
        apiName,
        reason: 'locked' as const,
        remark: `${fieldLabel(apiName)} is locked once the lead exists`,
        fix: 'leave it out of updates',
      })),
    ],
  };
}
