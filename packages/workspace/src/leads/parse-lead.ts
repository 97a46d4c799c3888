import type { ParsedAction } from '../actions/parse-actions.ts';
import { type ApiName, parseActions } from '../actions/parse-actions.ts';
import type { WorkspaceContext } from '../context/context.ts';
import { emptyField, type FieldRules, type ParsedFields, parseFields } from '../fields/index.ts';
import { getOwn, isObject, type JsonObject } from '../json/json.ts';
import { type DroppedValue, droppedValue } from '../results/dropped-value.ts';
import { describeType, quoteName } from '../text/format.ts';
import { identifierOf } from './identifier.ts';

/** A lead and its actions, parsed from a request and not yet stored. */
export interface ParsedLead {
  /** The `fields` of the request if they are an object, else an empty one. */
  sent: JsonObject;
  read: ParsedFields;
  identifier: string | undefined;
  actions: readonly ParsedAction[];
  rules: FieldRules;
  /** Keys beside `fields` and `actions`, which are ignored. */
  unknownKey: readonly DroppedValue[];
}

export async function parseLead(
  context: WorkspaceContext,
  body: unknown,
  api: ApiName,
): Promise<ParsedLead> {
  const rules = await context.fieldRules();
  const fields = getOwn(body, 'fields');
  const sent = isObject(fields) ? fields : {};
  const read = parseFields(sent, context.leadFields, rules);
  const entries = getOwn(body, 'actions');
  return {
    sent,
    read,
    rules,
    identifier: identifierOf(read.stored.get(context.identifier.apiName)),
    actions: Array.isArray(entries) ? parseActions(context, entries, rules, api) : [],
    unknownKey: unknownKeys(context, body),
  };
}

/** The fields that are not stored. In a new lead an empty value has nothing to clear. */
export function droppedFields({ dropped, cleared }: ParsedFields, isNew: boolean): DroppedValue[] {
  const empty = isNew ? cleared.map((apiName) => ({ apiName, ...emptyField(apiName) })) : [];
  return [...dropped, ...empty].map(({ apiName, remark, fix }) =>
    droppedValue(`fields.${apiName}`, remark, fix),
  );
}

function unknownKeys(context: WorkspaceContext, body: unknown): DroppedValue[] {
  if (!isObject(body)) return [];
  const dropped: DroppedValue[] = [];
  for (const key of Object.keys(body)) {
    if (key === 'fields' && isObject(getOwn(body, key))) continue;
    if (key === 'actions' && Array.isArray(getOwn(body, key))) continue;
    dropped.push(describeUnknownKey(context, key, getOwn(body, key)));
  }
  return dropped;
}

function describeUnknownKey(
  { leadFields }: WorkspaceContext,
  key: string,
  value: unknown,
): DroppedValue {
  if (key === 'fields') {
    return droppedValue(
      key,
      'Fields must be an object',
      `send API names and values instead of ${describeType(value)}`,
    );
  }
  if (key === 'actions') {
    return droppedValue(
      key,
      'Actions must be an array',
      `send a list of actions instead of ${describeType(value)}`,
    );
  }
  const remark = `${quoteName(key)} is not read beside \`fields\` and \`actions\``;
  const fix = leadFields.has(key) ? 'move it into `fields`' : 'send it as one of the `fields`';
  return droppedValue(key === '' ? '""' : key, remark, fix);
}
