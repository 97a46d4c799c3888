import { type ApiName, parseActionType } from '../actions/action-type.ts';
import type { CustomAction } from '../context/rules.ts';
import { getOwn, isObject, type JsonObject } from '../json/json.ts';
import { correctFields } from './correct-fields.ts';
import { correctPayment } from './correct-payment.ts';
import type { CorrectionRules } from './correct-value.ts';
import { changedTo, type ReportCorrection } from './correction.ts';

/** The action to correct. */
interface ActionToCorrect {
  /** Its path: `actions[0]`. */
  readonly path: string;
  readonly api: ApiName;
  readonly report: ReportCorrection;
}

/** Corrects one entry of `actions`. Parts that cannot be corrected are returned as sent. */
export function correctAction(
  entry: unknown,
  action: ActionToCorrect,
  context: CorrectionRules,
): unknown {
  if (!isObject(entry)) return entry;
  const { path, api, report } = action;
  const { type: sentType, ...rest } = entry;
  for (const type of typesOf(getOwn(entry, 'type'), api)) {
    const parsed = parseActionType(context.rules, type, api, path);
    if (parsed !== 'payment' && 'dropped' in parsed) continue;
    if (type !== sentType) report(`${path}.type`, changedTo(type));
    const corrected =
      parsed === 'payment'
        ? correctPayment(rest, path, report)
        : correctCustomAction(rest, parsed.custom, action, context);
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
  { path, report }: ActionToCorrect,
  context: CorrectionRules,
): JsonObject {
  const { fields: given, ...others } = rest;
  if (given !== undefined && !isObject(given)) return rest;
  const pathOf = (name: string) => `${path}.fields.${name}`;
  const sent = new Map(Object.entries(given ?? {}));
  const ignored: [string, unknown][] = [];
  for (const [key, value] of Object.entries(others)) {
    if (!custom.fields.has(key) || sent.has(key)) ignored.push([key, value]);
    else {
      sent.set(key, value);
      report(pathOf(key), 'moved into `fields`');
    }
  }
  const fields = correctFields({ sent, fields: custom.fields, pathOf }, context, report);
  const hasFields = given !== undefined || fields.size > 0;
  return Object.fromEntries([
    ...ignored,
    ...(hasFields ? [['fields', Object.fromEntries(fields)] as const] : []),
  ]);
}
