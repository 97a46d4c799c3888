import { emptyField, type FieldRules, readFields, type StoredValue } from '../fields/index.ts';
import { isObject, type JsonObject, own } from '../json.ts';
import { type Drop, drop } from '../remark.ts';
import type { CustomAction, Room } from '../room.ts';
import { kindOf, quote } from '../words.ts';
import { readPayment } from './payment.ts';
import { type ActionDialect, readType } from './type.ts';

export type { ActionDialect } from './type.ts';

/** An action that can be stored. */
export type WritableAction =
  | { type: string; custom: CustomAction; stored: ReadonlyMap<string, StoredValue> }
  | { type: 'PAYMENT'; data: Readonly<Record<string, unknown>> };

/** What becomes of one entry of `actions`: it is stored or not, and parts of it may be dropped either way. */
export interface EntryReading {
  action?: WritableAction;
  drops: readonly Drop[];
  /** The entry is of a type that cannot be written, or of none. */
  typeRefused?: true;
}

/** Reads actions in the order sent. Each stands or falls alone. */
export function readEntries(
  room: Room,
  entries: readonly unknown[],
  rules: FieldRules,
  dialect: ActionDialect,
): EntryReading[] {
  return entries.map((entry, index) => {
    const at = `actions[${index}]`;
    if (!isObject(entry)) {
      const advice = 'send an object with a type, and a custom action with fields';
      return {
        drops: [drop(at, `An action must be an object, not ${kindOf(entry)}`, advice)],
        typeRefused: true,
      };
    }
    const kind = readType(room, own(entry, 'type'), dialect, at);
    if (kind === 'payment') {
      const { payment, drops } = readPayment(entry, at);
      return { drops, ...(payment && { action: { type: 'PAYMENT', data: payment } }) };
    }
    if ('refused' in kind) return { drops: [kind.refused], typeRefused: true };
    return readCustom(kind.custom, entry, rules, at);
  });
}

/** One value that does not fit drops the whole action; a name that the action does not know drops only itself. */
function readCustom(
  custom: CustomAction,
  entry: JsonObject,
  rules: FieldRules,
  at: string,
): EntryReading {
  const drops = strayKeys(entry, custom, at);
  const fields = own(entry, 'fields');
  if (fields !== undefined && !isObject(fields)) {
    const remark = `Fields must be an object, not ${kindOf(fields)}`;
    return { drops: [drop(at, remark, 'send names and values, or leave it out'), ...drops] };
  }
  const read = readFields(fields ?? {}, custom.fields, rules);
  for (const { apiName, remark, fix, because } of read.dropped) {
    const known =
      because === 'unknown' ? `${remark.replace('this workspace', 'this action')}` : remark;
    drops.push(drop(`${at}.fields.${apiName}`, known, fix));
  }
  for (const apiName of read.emptied) {
    const { remark, fix } = emptyField(apiName);
    drops.push(drop(`${at}.fields.${apiName}`, remark, fix));
  }
  if (read.dropped.some(({ because }) => because !== 'unknown')) return { drops };
  return { drops, action: { type: custom.code, custom, stored: read.stored } };
}

function strayKeys(entry: JsonObject, custom: CustomAction, at: string): Drop[] {
  const stray = Object.keys(entry).filter((key) => key !== 'type' && key !== 'fields');
  return stray.map((key) => {
    const remark = `${quote(key)} is not read beside \`type\` and \`fields\``;
    const fix = custom.fields.has(key)
      ? 'move it into `fields`'
      : 'send it as one of the `fields` that the action has';
    return drop(`${at}.fields.${key}`, remark, fix);
  });
}
