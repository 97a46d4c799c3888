import type { WorkspaceRules } from '../context/rules.ts';
import { type FieldRules, parseFields, type StoredValue } from '../fields/index.ts';
import { getOwn, isObject, type JsonObject } from '../json/json.ts';
import { type DroppedValue, droppedValue } from '../results/dropped-value.ts';
import type { Rejection } from '../results/rejection.ts';
import type { ActionChange } from '../store/index.ts';
import { describeType, quoteName } from '../text/format.ts';
import { unknownActionKeys } from './parse-actions.ts';
import { immutableKeys, statusProblem } from './payment.ts';

/** An update of an action, parsed from a request and not yet stored. */
export interface ParsedActionUpdate {
  readonly change: Omit<ActionChange, 'modifiedOn'>;
  /** The new values of a custom action. */
  readonly stored: ReadonlyMap<string, StoredValue>;
  /** The parts of an accepted request that are not stored. */
  readonly dropped: readonly DroppedValue[];
}

/**
 * Parses an update of an action.
 *
 * @param type `PAYMENT`, or the bare code of a custom action.
 */
export function parseActionUpdate(
  rules: WorkspaceRules,
  type: string,
  body: JsonObject,
  fieldRules: FieldRules,
): ParsedActionUpdate | Rejection {
  return type === 'PAYMENT'
    ? parsePaymentUpdate(body)
    : parseFieldUpdate(rules, type, body, fieldRules);
}

/** Any status may follow any other: the allowed transitions are not documented. */
function parsePaymentUpdate(body: JsonObject): ParsedActionUpdate | Rejection {
  const immutable = immutableKeys.filter((key) => Object.hasOwn(body, key));
  if (immutable.length > 0) {
    const message =
      'Cannot update amount, currency, or paymentid fields for existing payment action.';
    const parts = immutable.map((key) => droppedValue(key, message, 'leave it out of an update'));
    return { code: 'BAD_REQUEST', message, parts };
  }
  const status = getOwn(body, 'status');
  const problem = status === undefined ? undefined : statusProblem(status);
  if (problem) {
    const parts = [droppedValue('status', problem.remark, problem.fix)];
    return { code: 'BAD_REQUEST', message: problem.remark, parts };
  }
  const unknown = Object.keys(body).filter((key) => key !== 'type' && key !== 'status');
  const fix = 'only the status can be changed';
  const dropped = unknown.map((key) =>
    droppedValue(key, `${quoteName(key)} is not a key of a payment`, fix),
  );
  const change = { set: {}, unset: [], ...(status !== undefined && { data: { status } }) };
  return { change, stored: new Map(), dropped };
}

/**
 * An invalid value results in a 400, as in an update of a lead. Unknown fields and labels that are not in the pipeline
 * are dropped.
 */
function parseFieldUpdate(
  { customActions }: WorkspaceRules,
  code: string,
  body: JsonObject,
  rules: FieldRules,
): ParsedActionUpdate | Rejection {
  const sent = getOwn(body, 'fields') ?? {};
  if (!isObject(sent)) {
    const message = 'Fields must be an object';
    const fix = `send API names and values instead of ${describeType(sent)}`;
    return { code: 'BAD_REQUEST', message, parts: [droppedValue('fields', message, fix)] };
  }
  const custom = customActions.get(code) ?? { code, fields: new Map() };
  const parsed = parseFields(sent, custom.fields, rules, 'action');
  const invalid = parsed.dropped.filter(({ reason }) => reason === 'invalid');
  const [first] = invalid;
  const toPart = ({ apiName, remark, fix }: (typeof parsed.dropped)[number]) =>
    droppedValue(`fields.${apiName}`, remark, fix);
  if (first) return { code: 'BAD_REQUEST', message: first.remark, parts: invalid.map(toPart) };
  return {
    change: { set: Object.fromEntries(parsed.stored), unset: parsed.cleared },
    stored: parsed.stored,
    dropped: [...parsed.dropped.map(toPart), ...unknownActionKeys(body, custom)],
  };
}
