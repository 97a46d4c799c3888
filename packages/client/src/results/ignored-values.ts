import type { FieldRules } from '../fields/field-rules.ts';
import { keyOf } from '../request/body.ts';
import { isSameValue } from '../values/same-value.ts';
import type { SyncSchemas } from '../wire-types.ts';
import { sentBodyOf } from './sent-bodies.ts';

/** Something that was sent and not stored. */
export interface IgnoredValue {
  /** Where it stands in the body: `fields.rating`, `actions[0]`, `actions[0].fields.email`. */
  readonly path: string;
  /** The value there. */
  readonly sent: unknown;
  /** Why, in the words of the API, or in ours where the API says nothing. */
  readonly remark: string;
}

/** A body of the Sync API that contains what was stored. */
export type StoreResult = SyncSchemas['WriteResult'] | { readonly fields: object };

/** The body that led to it. */
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
   * @default values are compared by how they look: numbers that could be one phone number count as the same, and so do
   * texts that differ in case alone
   */
  readonly fieldRules?: FieldRules | undefined;
}

/**
 * What the API left out, joined with what was sent. The response of `updateLead` does not say; there, it is the fields
 * whose stored value differs.
 *
 * @param result What `createLead`, `createActions` or `updateLead` resolved with.
 * @param sent The body that was sent. The client knows it for the very objects that its methods
 * resolve with; for a copy of one, or a result of `http`, it must be given.
 * @throws TypeError when it is not known what was sent.
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
  { fieldRules }: IgnoredOptions = {},
): IgnoredValue[] {
  const body = sent ?? sentBodyOf(result);
  if (typeof body !== 'object' || body === null) {
    throw new TypeError(
      'What was sent is not known: this is a copy of a result, or none of the client. Pass the body as the second argument.',
    );
  }
  return isWriteResult(result)
    ? fromRemarks(result, body)
    : fromComparison(result, body, fieldRules);
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
    throw new TypeError('The result does not say what became of the actions: is it a part of one?');
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
    const held = rules?.holds(name, value, stored) ?? 'unknown';
    if (held === 'yes' || (held === 'unknown' && isSameValue(value, stored))) return [];
    const remark =
      stored === undefined ? 'The lead has no value here.' : 'The lead has another value.';
    return [{ path: `fields.${name}`, sent: value, remark }];
  });
}

/** The value at `actions[0].fields.email` and the like. API names may hold dots and spaces. */
function valueAt(body: SentBody, path: string): unknown {
  const [, index, rest = ''] = /^actions\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  const [holder, name] = index === undefined ? [body, path] : [body.actions?.[Number(index)], rest];
  if (!name) return holder;
  const values = name.startsWith('fields.') ? keyOf(holder, 'fields') : holder;
  // The remark about a payment's amount speaks of fields too, which a payment has not.
  return keyOf(values ?? holder, name.replace(/^fields\./, ''));
}
