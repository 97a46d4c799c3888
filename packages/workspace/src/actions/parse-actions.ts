import type { CustomAction, WorkspaceRules } from '../context/rules.ts';
import { emptyField, type FieldRules, parseFields, type StoredValue } from '../fields/index.ts';
import { getOwn, isObject, type JsonObject } from '../json/json.ts';
import { type DroppedValue, droppedValue } from '../results/dropped-value.ts';
import { describeType, quoteName } from '../text/format.ts';
import { type ApiName, parseActionType } from './action-type.ts';
import { parsePayment } from './payment.ts';

/** An action that can be stored. */
type WritableAction =
  | { type: string; custom: CustomAction; stored: ReadonlyMap<string, StoredValue> }
  | { type: 'PAYMENT'; data: Readonly<Record<string, unknown>> };

/** One entry of `actions`. Parts of it may be dropped whether it is stored or not. */
export interface ParsedAction {
  action?: WritableAction;
  dropped: readonly DroppedValue[];
  /** The entry has no type, or one that cannot be written. */
  invalidType?: true;
}

/** Parses actions one by one, in the order sent. Each is accepted or dropped independently. */
export function* parseActions(
  rules: WorkspaceRules,
  entries: readonly unknown[],
  fieldRules: FieldRules,
  api: ApiName,
): Generator<ParsedAction> {
  for (const [index, entry] of entries.entries()) {
    yield parseAction(rules, entry, fieldRules, api, `actions[${index}]`);
  }
}

function parseAction(
  rules: WorkspaceRules,
  entry: unknown,
  fieldRules: FieldRules,
  api: ApiName,
  at: string,
): ParsedAction {
  if (!isObject(entry)) {
    const remark = `An action must be an object, not ${describeType(entry)}`;
    const fix = 'send an object with a type, and a custom action with fields';
    return { dropped: [droppedValue(at, remark, fix)], invalidType: true };
  }
  const type = parseActionType(rules, getOwn(entry, 'type'), api, at);
  if (type === 'payment') {
    const { payment, dropped } = parsePayment(entry, at);
    return { dropped, ...(payment && { action: { type: 'PAYMENT', data: payment } }) };
  }
  if ('dropped' in type) return { dropped: [type.dropped], invalidType: true };
  return parseCustomAction(type.custom, entry, fieldRules, at);
}

/** An invalid value drops the whole action; an unknown field is dropped by itself. */
function parseCustomAction(
  custom: CustomAction,
  entry: JsonObject,
  rules: FieldRules,
  at: string,
): ParsedAction {
  const dropped = unknownActionKeys(entry, custom, at);
  const fields = getOwn(entry, 'fields');
  if (fields !== undefined && !isObject(fields)) {
    const remark = `Fields must be an object, not ${describeType(fields)}`;
    const fix = 'send names and values, or leave it out';
    return { dropped: [droppedValue(at, remark, fix), ...dropped] };
  }
  const parsed = parseFields(fields ?? {}, custom.fields, rules, 'action');
  for (const { apiName, remark, fix } of parsed.dropped) {
    dropped.push(droppedValue(`${at}.fields.${apiName}`, remark, fix));
  }
  for (const apiName of parsed.cleared) {
    const { remark, fix } = emptyField(apiName);
    dropped.push(droppedValue(`${at}.fields.${apiName}`, remark, fix));
  }
  if (parsed.dropped.some(({ reason }) => reason !== 'unknown')) return { dropped };
  return { dropped, action: { type: custom.code, custom, stored: parsed.stored } };
}

/** The keys next to `type` and `fields`, which are ignored. */
export function unknownActionKeys(
  entry: JsonObject,
  custom: CustomAction,
  at?: string,
): DroppedValue[] {
  const unknown = Object.keys(entry).filter((key) => key !== 'type' && key !== 'fields');
  return unknown.map((key) => {
    const remark = `${quoteName(key)} is ignored next to \`type\` and \`fields\``;
    const fix = custom.fields.has(key)
      ? 'move it into `fields`'
      : 'send it as one of the `fields` that the action has';
    return droppedValue(at === undefined ? key : `${at}.fields.${key}`, remark, fix);
  });
}
