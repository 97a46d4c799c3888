import { type FieldDefinition, leadFields, type ResolvedDefinition } from '../definition/index.ts';
import { createDateFormat, type DateFormat, type Field, type FieldRules } from '../fields/index.ts';

/** A custom action with its fields by name. */
export interface CustomAction {
  /** The bare code, `1001`. */
  readonly code: string;
  readonly fields: ReadonlyMap<string, Field>;
}

/** The rules of a definition, prepared for lookup. Immutable. */
export interface WorkspaceRules {
  readonly definition: ResolvedDefinition;
  readonly dates: DateFormat;
  readonly leadFields: ReadonlyMap<string, FieldDefinition>;
  /** The lead identifier field. */
  readonly identifier: FieldDefinition;
  /** By bare code. */
  readonly customActions: ReadonlyMap<string, CustomAction>;
  /** API names of all fields of leads and actions whose values are team members. */
  readonly memberFields: ReadonlySet<string>;
  /** The parse context of fields, except for the team members, which change. */
  readonly fieldRules: Omit<FieldRules, 'members'>;
}

export function createRules(definition: ResolvedDefinition): WorkspaceRules {
  const fields = leadFields(definition.customFields);
  const identifier = fields.find(({ isLeadid }) => isLeadid);
  if (identifier === undefined) throw new Error('A workspace has a lead identifier');
  const customActions = definition.customActions.map(({ code, fieldSchema }) => ({
    code: code.replace(/^ACTION_/, ''),
    fields: byName(Object.entries(fieldSchema).map(([apiName, field]) => ({ apiName, ...field }))),
  }));
  const allFields: Field[] = [
    ...fields,
    ...customActions.flatMap((action) => [...action.fields.values()]),
  ];
  const memberFields = allFields.filter(({ type }) => type === 'activeUsers');
  const dates = createDateFormat(definition.dateFormat, definition.timeZone);
  return {
    definition,
    dates,
    identifier,
    leadFields: byName(fields),
    customActions: new Map(customActions.map((action) => [action.code, action])),
    memberFields: new Set(memberFields.map(({ apiName }) => apiName)),
    fieldRules: { dates, ...fieldRulesOf(definition) },
  };
}

function fieldRulesOf(definition: ResolvedDefinition) {
  const { leadStages, activeLeadLostReasons } = definition.pipeline;
  const labels = leadStages.flatMap(({ activeStatuses }) =>
    activeStatuses.map(({ label }) => label),
  );
  const present = definition.teamMembers.find(({ status }) => status !== 'Deleted');
  return {
    defaultCountry: definition.defaultCountry,
    statuses: new Set(labels),
    lostReasons: new Set(activeLeadLostReasons.map(({ reasonLabel }) => reasonLabel)),
    exampleMember: present?.email ?? 'agent@company.com',
  };
}

function byName<F extends Field>(fields: readonly F[]): ReadonlyMap<string, F> {
  return new Map(fields.map((field) => [field.apiName, field]));
}
