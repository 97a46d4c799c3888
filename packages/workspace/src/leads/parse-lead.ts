import type { ApiName } from '../actions/action-type.ts';
import { type ParsedAction, parseActions } from '../actions/parse-actions.ts';
import type { WorkspaceRules } from '../context/rules.ts';
import { collect } from '../event-loop/time-slice.ts';
import { type FieldRules, type ParsedFields, parseFields } from '../fields/index.ts';
import { getOwn, isObject, type JsonObject } from '../json/json.ts';
import { type DroppedValue, droppedValue } from '../results/dropped-value.ts';
import { describeType, quoteName } from '../text/format.ts';
import { identifierOf } from './identifier.ts';

/** A lead and its actions, parsed from a request and not yet stored. */
export interface ParsedLead {
  /** The `fields` of the request if they are an object, otherwise an empty one. */
  sent: JsonObject;
  fields: ParsedFields;
  identifier: string | undefined;
  actions: readonly ParsedAction[];
  /** Keys next to `fields` and `actions`, which are ignored. */
  unknownKeys: readonly DroppedValue[];
}

export function parseLead(
  rules: WorkspaceRules,
  body: unknown,
  api: ApiName,
  fieldRules: FieldRules,
): ParsedLead {
  const actions = [...parseActions(rules, sentActions(body), fieldRules, api)];
  return parseWith(actions, rules, body, fieldRules);
}

/** Like {@link parseLead}, but does not block the event loop if there are many actions. */
export async function parseLeadInSlices(
  rules: WorkspaceRules,
  body: unknown,
  api: ApiName,
  fieldRules: FieldRules,
): Promise<ParsedLead> {
  const actions = await collect(parseActions(rules, sentActions(body), fieldRules, api));
  return parseWith(actions, rules, body, fieldRules);
}

function sentActions(body: unknown): readonly unknown[] {
  const actions = getOwn(body, 'actions');
  return Array.isArray(actions) ? actions : [];
}

function parseWith(
  actions: readonly ParsedAction[],
  rules: WorkspaceRules,
  body: unknown,
  fieldRules: FieldRules,
): ParsedLead {
  const value = getOwn(body, 'fields');
  const sent = isObject(value) ? value : {};
  const fields = parseFields(sent, rules.leadFields, fieldRules);
  return {
    sent,
    fields,
    identifier: identifierOf(fields.stored.get(rules.identifier.apiName)),
    actions,
    unknownKeys: unknownKeys(rules, body),
  };
}

function unknownKeys(rules: WorkspaceRules, body: unknown): DroppedValue[] {
  if (!isObject(body)) return [];
  const dropped: DroppedValue[] = [];
  for (const key of Object.keys(body)) {
    const value = getOwn(body, key);
    if (key === 'fields' && isObject(value)) continue;
    if (key === 'actions' && Array.isArray(value)) continue;
    dropped.push(describeKey(rules, key, value));
  }
  return dropped;
}

function describeKey({ leadFields }: WorkspaceRules, key: string, value: unknown): DroppedValue {
  if (key === 'fields') {
    const fix = `send API names and values instead of ${describeType(value)}`;
    return droppedValue(key, 'Fields must be an object', fix);
  }
  if (key === 'actions') {
    const fix = `send a list of actions instead of ${describeType(value)}`;
    return droppedValue(key, 'Actions must be an array', fix);
  }
  return unknownKey(key, leadFields.has(key), 'is ignored next to `fields` and `actions`');
}

/** A key of a body that is ignored. */
export function unknownKey(key: string, isField: boolean, problem: string): DroppedValue {
  const fix = isField ? 'move it into `fields`' : 'send it as one of the `fields`';
  return droppedValue(key === '' ? '""' : key, `${quoteName(key)} ${problem}`, fix);
}
