import type { CustomAction, WorkspaceContext } from '../context/context.ts';
import { emptyField, type FieldRules, parseFields, type StoredValue } from '../fields/index.ts';
import { getOwn, isObject, type JsonObject } from '../json/json.ts';
import { type DroppedValue, droppedValue } from '../results/dropped-value.ts';
import { describeType, quoteName } from '../text/format.ts';
import { type ApiName, parseActionType } from './action-type.ts';
import { parsePayment } from './payment.ts';

export type { ApiName } from './action-type.ts';

/** An action that can be stored. */
type WritableAction =
  | { type: string; custom: CustomAction; stored: ReadonlyMap<string, StoredValue> }
  | { type: 'PAYMENT'; data: Readonly<Record<string, unknown>> };

/** One entry of `actions`: it is stored or not, and parts of it may be dropped in either case. */
export interface ParsedAction {
  action?: WritableAction;
  dropped: readonly DroppedValue[];
  /** The entry has no type, or one that cannot be written. */
  invalidType?: true;
}

/** Parses actions in the order sent. Each is accepted or dropped by itself. */
export function parseActions(
  context: WorkspaceContext,
  entries: readonly unknown[],
  rules: FieldRules,
  api: ApiName,
): ParsedAction[] {
  return entries.map((entry, index) => {
    const at = `actions[${index}]`;
    if (!isObject(entry)) {
      const remarkWithFix = 'send an object with a type, and a custom action with fields';
      return {
        dropped: [
          droppedValue(
            at,
            `An action must be an object, not ${describeType(entry)}`,
            remarkWithFix,
          ),
        ],
        invalidType: true,
      };
    }
    const kind = parseActionType(context, getOwn(entry, 'type'), api, at);
    if (kind === 'payment') {
      const { payment, dropped } = parsePayment(entry, at);
      return { dropped, ...(payment && { action: { type: 'PAYMENT', data: payment } }) };
    }
    if ('refused' in kind) return { dropped: [kind.refused], invalidType: true };
    return parseCustomAction(kind.custom, entry, rules, at);
  });
}

/** One invalid value drops the whole action; an unknown field drops only itself. */
function parseCustomAction(
  custom: CustomAction,
  entry: JsonObject,
  rules: FieldRules,
  at: string,
): ParsedAction {
  const dropped = unknownKeys(entry, custom, at);
  const fields = getOwn(entry, 'fields');
  if (fields !== undefined && !isObject(fields)) {
    const remark = `Fields must be an object, not ${describeType(fields)}`;
    return {
      dropped: [droppedValue(at, remark, 'send names and values, or leave it out'), ...dropped],
    };
  }
  const read = parseFields(fields ?? {}, custom.fields, rules);
  for (const { apiName, remark, fix, reason } of read.dropped) {
    const known =
      reason === 'unknown' ? `${remark.replace('this workspace', 'this action')}` : remark;
    dropped.push(droppedValue(`${at}.fields.${apiName}`, known, fix));
  }
  for (const apiName of read.cleared) {
    const { remark, fix } = emptyField(apiName);
    dropped.push(droppedValue(`${at}.fields.${apiName}`, remark, fix));
  }
  if (read.dropped.some(({ reason }) => reason !== 'unknown')) return { dropped };
  return { dropped, action: { type: custom.code, custom, stored: read.stored } };
}

function unknownKeys(entry: JsonObject, custom: CustomAction, at: string): DroppedValue[] {
  const unknownKey = Object.keys(entry).filter((key) => key !== 'type' && key !== 'fields');
  return unknownKey.map((key) => {
    const remark = `${quoteName(key)} is not read beside \`type\` and \`fields\``;
    const fix = custom.fields.has(key)
      ? 'move it into `fields`'
      : 'send it as one of the `fields` that the action has';
    return droppedValue(`${at}.fields.${key}`, remark, fix);
  });
}
