import { assertOptions } from '../arguments/assert-argument.ts';
import { assertFieldRules } from '../arguments/assert-call.ts';
import { describeType } from '../arguments/describe-type.ts';
import type { FieldRules } from '../fields/field-rules.ts';
import { isObject, keyOf } from '../request/body.ts';
import { isSameValue } from '../values/same-value.ts';
import type { SyncSchemas } from '../wire-types.ts';
import { sentBodyOf } from './sent-bodies.ts';

/** A value that was sent but not stored. */
export interface IgnoredValue {
  /** Its path in the body: `fields.rating`, `actions[0]`, `actions[0].fields.email`. */
  readonly path: string;
  /** The value that was sent. */
  readonly sent: unknown;
  /** The reason: the remark of the API, or a description if the API sent none. */
  readonly remark: string;
}

/** A response body of the Sync API that shows what was stored. */
export type StoreResult = SyncSchemas['WriteResult'] | { readonly fields: object };

/** The body that was sent. */
export interface SentBody {
  readonly fields?: object;
  readonly actions?: readonly object[];
}

/** Options of {@link ignoredValues} and {@link assertComplete}. */
export interface IgnoredOptions {
  /**
   * How to compare the values of an update, by the types of their fields: {@link fetchFieldRules} reads them from the
   * workspace, and `fieldRules` of `@telecrm/client/check` from the workspace file.
   *
   * @default values are compared by their form: numbers that could be the same phone number count as equal, as do texts
   * that differ only in case
   */
  readonly fieldRules?: FieldRules | undefined;
}

/**
 * Lists the values that the API did not store. The response of `updateLead` does not report them, so this compares what
 * was sent with what is stored.
 *
 * @param result The result of `createLead`, `createActions` or `updateLead`.
 * @param sent The body that was sent. The client remembers it for the results of its methods. It is required
 * for a copy of one, and for a result of `http`.
 * @throws TypeError if the request body is unknown.
 *
 * @example
 * ```ts
 * import { createSyncClient, ignoredValues } from '@telecrm/client';
 *
 * const telecrm = createSyncClient();
 * const result = await telecrm.createLead({ body: { fields: { phone: '919999999999', rating: 9 } } });
 * for (const { path, sent, remark } of ignoredValues(result)) console.warn(path, sent, remark);
 * ```
 */
export function ignoredValues(
  result: StoreResult,
  sent?: SentBody,
  options: IgnoredOptions = {},
): IgnoredValue[] {
  const isResult = isObject(result) && ('lead_id' in result || isObject(result.fields));
  const rule = 'result must be what createLead, createActions or updateLead resolves with';
  if (!isResult)
    throw new TypeError(
      `${rule}, not ${isObject(result) ? 'another object' : describeType(result)}`,
    );
  assertOptions(options);
  assertFieldRules(options.fieldRules);
  const body = sent ?? sentBodyOf(result);
  if (!isObject(body)) {
    throw new TypeError(
      'The request body is unknown: this is a copy of a result, or not from this client. Pass it as the second argument.',
    );
  }
  return isWriteResult(result)
    ? fromRemarks(result, body)
    : fromComparison(result, body, options.fieldRules);
}

function isWriteResult(result: StoreResult): result is SyncSchemas['WriteResult'] {
  return 'lead_id' in result && typeof result.lead_id === 'string';
}

function fromRemarks(result: SyncSchemas['WriteResult'], body: SentBody): IgnoredValue[] {
  const remarks = (result.remarks ?? []).map(({ field, remark }) => ({
    path: field,
    sent: valueAt(body, field),
    remark,
  }));
  const { actions: sent = [] } = body;
  const { actions: results } = result;
  if (sent.length > 0 && !results) {
    throw new TypeError(
      'The result does not contain the outcomes of the actions: is it incomplete?',
    );
  }
  const actions = (results ?? []).flatMap(({ status }, index) => {
    const path = `actions[${index}]`;
    if (status !== 'IGNORED' || remarks.some((remark) => remark.path.startsWith(path))) return [];
    return [{ path, sent: valueAt(body, path), remark: 'The action was not stored.' }];
  });
  return [...remarks, ...actions];
}

function fromComparison(
  { fields }: { readonly fields: object },
  body: SentBody,
  rules: FieldRules | undefined,
): IgnoredValue[] {
  return Object.entries(body.fields ?? {}).flatMap(([name, value]) => {
    const stored = keyOf(fields, name);
    const match = rules?.match(name, value, stored) ?? 'unknown';
    if (match === 'yes' || (match === 'unknown' && isSameValue(value, stored))) return [];
    const remark =
      stored === undefined ? 'The lead has no value here.' : 'The lead has another value.';
    return [{ path: `fields.${name}`, sent: value, remark }];
  });
}

/** The value at a path such as `actions[0].fields.email`. API names can contain dots and spaces. */
function valueAt(body: SentBody, path: string): unknown {
  const [, index, rest = ''] = /^actions\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  const [holder, name] = index === undefined ? [body, path] : [body.actions?.[Number(index)], rest];
  if (!name) return holder;
  const values = name.startsWith('fields.') ? keyOf(holder, 'fields') : holder;
  // The path in the remark about a payment's amount contains `fields`, which a payment does not have.
  return keyOf(values ?? holder, name.replace(/^fields\./, ''));
}
