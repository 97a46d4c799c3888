import { type ApiName, parseActionType } from '../actions/action-type.ts';
import type { CustomAction } from '../context/rules.ts';
import { getOwn, isObject, type JsonObject } from '../json/json.ts';
import { correctFields } from './correct-fields.ts';
import { correctPayment } from './correct-payment.ts';
import type { CorrectionRules } from './correct-value.ts';
import { changedTo, type NoteCorrection } from './correction.ts';

/** The place of an action, and the list of its corrections. */
interface Place {
  /** `actions[0]`. */
  readonly at: string;
  readonly api: ApiName;
  readonly note: NoteCorrection;
}

/** Corrects one entry of `actions`. What cannot be corrected is returned as it was sent. */
export function correctAction(entry: unknown, place: Place, context: CorrectionRules): unknown {
  if (!isObject(entry)) return entry;
  const { at, api, note } = place;
  const { type: sentType, ...rest } = entry;
  for (const type of typesOf(getOwn(entry, 'type'), api)) {
    const parsed = parseActionType(context.rules, type, api, at);
    if (parsed !== 'payment' && 'dropped' in parsed) continue;
    if (type !== sentType) note(`${at}.type`, changedTo(type));
    const corrected =
      parsed === 'payment'
        ? correctPayment(rest, at, note)
        : correctCustomAction(rest, parsed.custom, place, context);
    return { type, ...corrected };
  }
  return entry;
}

/** The type as sent, then in the form that the API expects. */
function typesOf(type: unknown, api: ApiName): unknown[] {
  if (typeof type !== 'string' && typeof type !== 'number') return [];
  const text = String(type).trim();
  const [, code] = /^(?:ACTION[_\s-]?)?(\d+)$/i.exec(text) ?? [];
  if (code === undefined) return [type, text.toUpperCase()];
  return [type, api === 'async' ? `ACTION_${code}` : code];
}

/** @param rest The entry without its type. */
function correctCustomAction(
  rest: JsonObject,
  custom: CustomAction,
  { at, note }: Place,
  context: CorrectionRules,
): JsonObject {
  const { fields: given, ...beside } = rest;
  if (given !== undefined && !isObject(given)) return rest;
  const placeOf = (name: string) => `${at}.fields.${name}`;
  const sent = new Map(Object.entries(given ?? {}));
  const ignored: [string, unknown][] = [];
  for (const [key, value] of Object.entries(beside)) {
    if (!custom.fields.has(key) || sent.has(key)) ignored.push([key, value]);
    else {
      sent.set(key, value);
      note(placeOf(key), 'moved into `fields`');
    }
  }
  const fields = correctFields({ sent, fields: custom.fields, placeOf }, context, note);
  const hasFields = given !== undefined || fields.size > 0;
  return Object.fromEntries([
    ...ignored,
    ...(hasFields ? [['fields', Object.fromEntries(fields)] as const] : []),
  ]);
}
