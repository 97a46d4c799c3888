import { type FieldDefinition, leadFields, type WorkspaceDefinition } from './definition/index.ts';
import { createDateFormat, type DateFormat, type Field, type FieldRules } from './fields/index.ts';
import type { WorkspaceStore } from './store/index.ts';

/** A custom action with its fields at hand. */
export interface CustomAction {
  /** The bare code, `1001`. */
  readonly code: string;
  readonly fields: ReadonlyMap<string, Field>;
}

/** What every operation works in: the definition, made ready, and where its state, time and IDs come from. */
export interface Room {
  readonly definition: WorkspaceDefinition;
  readonly store: WorkspaceStore;
  readonly clock: () => number;
  readonly ids: () => string;
  readonly dates: DateFormat;
  readonly leadFields: ReadonlyMap<string, FieldDefinition>;
  /** The field that tells leads apart. */
  readonly identifier: FieldDefinition;
  /** By bare code. */
  readonly customActions: ReadonlyMap<string, CustomAction>;
  /** What fields are read with; the team is looked up anew, as it changes. */
  fieldRules(): Promise<FieldRules>;
}

export function furnish(basis: Pick<Room, 'definition' | 'store' | 'clock' | 'ids'>): Room {
  const { definition, store } = basis;
  const fields = leadFields(definition.customFields);
  const identifier = fields.find(({ isLeadid }) => isLeadid);
  if (identifier === undefined) throw new Error('A workspace has a lead identifier');
  const customActions = definition.customActions.map(({ code, fieldSchema }) => ({
    code: code.replace(/^ACTION_/, ''),
    fields: byName(Object.entries(fieldSchema).map(([apiName, field]) => ({ apiName, ...field }))),
  }));
  const asksForMembers = [
    ...fields,
    ...customActions.flatMap((action) => [...action.fields.values()]),
  ].some(({ type }) => type === 'activeUsers');
  const dates = createDateFormat(definition.dateFormat, definition.timeZone);
  const { leadStages, activeLeadLostReasons } = definition.pipeline;
  const fixed = {
    defaultCountry: definition.defaultCountry,
    dates,
    statuses: new Set(
      leadStages.flatMap(({ activeStatuses }) => activeStatuses.map(({ label }) => label)),
    ),
    lostReasons: new Set(activeLeadLostReasons.map(({ reasonLabel }) => reasonLabel)),
  };
  return {
    ...basis,
    dates,
    identifier,
    leadFields: byName(fields),
    customActions: new Map(customActions.map((action) => [action.code, action])),
    async fieldRules() {
      const members = asksForMembers ? await store.listMembers() : [];
      const present = members.filter(({ status }) => status !== 'Deleted');
      return {
        ...fixed,
        members: new Map(present.map(({ email }) => [email.toLowerCase(), email])),
      };
    },
  };
}

function byName<F extends Field>(fields: readonly F[]): ReadonlyMap<string, F> {
  return new Map(fields.map((field) => [field.apiName, field]));
}
