import type { ParsedAction } from '../actions/parse-actions.ts';
import { memberIdentifier } from '../context/members.ts';
import type { WorkspaceRules } from '../context/rules.ts';
import type { FieldRules, Fields, StoredValue } from '../fields/index.ts';
import type { ParsedLead } from '../leads/parse-lead.ts';
import { fieldLabel } from '../text/format.ts';
import { nearest } from '../text/nearest.ts';
import type { PayloadPart } from './payload-part.ts';

/** Finds values of a lead and its actions that would be stored but are probably unintended. */
export function warningsOf(
  rules: WorkspaceRules,
  { fields: { stored }, actions }: ParsedLead,
  fieldRules: FieldRules,
): PayloadPart[] {
  return [...leadWarnings(rules, stored, fieldRules), ...actionWarnings(actions)];
}

/** Finds values of a list of actions that would be stored but are probably unintended. */
export function actionWarnings(actions: readonly ParsedAction[]): PayloadPart[] {
  return actions.flatMap(({ action }, index) =>
    action === undefined || 'data' in action
      ? []
      : newOptions(action.stored, action.custom.fields, `actions[${index}].fields`),
  );
}

/** Finds values of the fields of a lead that would be stored but are probably unintended. */
export function leadWarnings(
  { leadFields }: WorkspaceRules,
  stored: ReadonlyMap<string, StoredValue>,
  { members, exampleMember }: FieldRules,
): PayloadPart[] {
  const warnings = newOptions(stored, leadFields, 'fields');
  const assignee = stored.get('assignee');
  if (typeof assignee === 'string' && !members.has(memberIdentifier(assignee))) {
    const reason = 'Assignee is not a team member; what telecrm does with it is not known';
    const fix = `send the email address of a team member, such as ${exampleMember}`;
    warnings.push({ field: 'fields.assignee', reason, fix });
  }
  return warnings;
}

/** The labels that are not options of their dropdown yet. */
export function newOptions(
  stored: ReadonlyMap<string, StoredValue>,
  fields: Fields,
  at: string,
): PayloadPart[] {
  const warnings: PayloadPart[] = [];
  for (const [apiName, label] of stored) {
    const { type, options = [] } = fields.get(apiName) ?? {};
    if (type !== 'dropdown' || typeof label !== 'string' || options.includes(label)) continue;
    const meant = nearest(label, options);
    const reason = `${fieldLabel(apiName)} has no such option, so telecrm adds it as a new one`;
    const fix = meant
      ? `did you mean "${meant}"?`
      : 'send one of its options if it is not meant to be new';
    warnings.push({ field: `${at}.${apiName}`, reason, fix });
  }
  return warnings;
}
