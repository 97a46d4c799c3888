import { type FieldDefinition, leadFields, type ResolvedDefinition } from '../definition/index.ts';
import { createDateFormat, type DateFormat, type Field, type FieldRules } from '../fields/index.ts';
import type { WorkspaceStore } from '../store/index.ts';

/** A custom action with its fields by name. */
export interface CustomAction {
  /** The bare code, `1001`. */
  readonly code: string;
  readonly fields: ReadonlyMap<string, Field>;
}

/** What every operation works with: the prepared definition, the store, the clock and the ID generator. */
export interface WorkspaceContext {
  readonly definition: ResolvedDefinition;
  readonly store: WorkspaceStore;
  readonly clock: () => number;
  readonly generateId: () => string;
  readonly dates: DateFormat;
  readonly leadFields: ReadonlyMap<string, FieldDefinition>;
  /** The lead identifier field. */
  readonly identifier: FieldDefinition;
  /** By bare code. */
  readonly customActions: ReadonlyMap<string, CustomAction>;
  /** What fields are parsed with. The team is queried each time, as it changes. */
  fieldRules(): Promise<FieldRules>;
}

export function createContext(
  options: Pick<WorkspaceContext, 'definition' | 'store' | 'clock' | 'generateId'>,
): WorkspaceContext {
  const { definition, store } = options;
  const fields = leadFields(definition.customFields);
  const identifier = fields.find(({ isLeadid }) => isLeadid);
  if (identifier === undefined) throw new Error('A workspace has a lead identifier');
  const customActions = definition.customActions.map(({ code, fieldSchema }) => ({
    code: code.replace(/^ACTION_/, ''),
    fields: byName(Object.entries(fieldSchema).map(([apiName, field]) => ({ apiName, ...field }))),
  }));
  const needsMembers = [
    ...fields,
    ...customActions.flatMap((action) => [...action.fields.values()]),
  ].some(({ type }) => type === 'activeUsers');
  const dates = createDateFormat(definition.dateFormat, definition.timeZone);
  const { leadStages, activeLeadLostReasons } = definition.pipeline;
  const rules = {
    defaultCountry: definition.defaultCountry,
    dates,
    statuses: new Set(
      leadStages.flatMap(({ activeStatuses }) => activeStatuses.map(({ label }) => label)),
    ),
    lostReasons: new Set(activeLeadLostReasons.map(({ reasonLabel }) => reasonLabel)),
  };
  return {
    ...options,
    dates,
    identifier,
    leadFields: byName(fields),
    customActions: new Map(customActions.map((action) => [action.code, action])),
    async fieldRules() {
      const members = needsMembers ? await store.listMembers() : [];
      const present = members.filter(({ status }) => status !== 'Deleted');
      return {
        ...rules,
        members: new Map(present.map(({ email }) => [email.toLowerCase(), email])),
      };
    },
  };
}

function byName<F extends Field>(fields: readonly F[]): ReadonlyMap<string, F> {
  return new Map(fields.map((field) => [field.apiName, field]));
}
