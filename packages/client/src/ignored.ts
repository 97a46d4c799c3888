import { isSame } from './same.ts';
import { sentFor } from './sent.ts';
import type { SyncSchemas } from './wire.ts';

/** Something that was sent and not stored. */
export interface Ignored {
  /** Where it stands in the body: `fields.rating`, `actions[0]`, `actions[0].fields.email`. */
  readonly path: string;
  /** The value there, when the body is known. */
  readonly sent: unknown;
  /** Why, in the words of the API, or in ours where the API says nothing. */
  readonly remark: string;
}

/** A body of the Sync API that tells what it stored. */
export type StoreResult = SyncSchemas['WriteResult'] | SyncSchemas['UpdatedLead'];

/** The body that led to it. */
export interface SentBody {
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly actions?: readonly object[];
}

/**
 * What the API left out, joined with what was sent. Of `updateLead`, which says nothing about
 * that, it is the fields whose value in the answer is another one.
 *
 * @param result What `createLead`, `createActions` or `updateLead` resolved with.
 * @param sent The body that was sent. Known to the client for its own results, so it is needed
 * only for a result that comes from elsewhere, `http` or a file.
 *
 * @example
 * ```ts
 * import { createSyncClient, ignored } from '@telecrm/client';
 *
 * const telecrm = createSyncClient();
 * const result = await telecrm.createLead({ body: { fields: { phone: '919999999999', rating: 9 } } });
 * for (const { path, sent, remark } of ignored(result)) console.warn(path, sent, remark);
 * ```
 */
export function ignored(result: StoreResult, sent?: SentBody): Ignored[] {
  // What a method was given is a body of its operation.
  const body = sent ?? (sentFor.get(result) as SentBody | undefined) ?? {};
  return 'lead_id' in result
    ? // The index signature of an updated lead hides which of the two it is.
      fromRemarks(result as SyncSchemas['WriteResult'], body)
    : fromComparing(result as SyncSchemas['UpdatedLead'], body);
}

function fromRemarks(result: SyncSchemas['WriteResult'], body: SentBody): Ignored[] {
  const remarks = (result.remarks ?? []).map(({ field, remark }) => ({
    path: field,
    sent: valueAt(body, field),
    remark,
  }));
  const actions = (result.actions ?? []).flatMap(({ status }, index) => {
    const path = `actions[${index}]`;
    if (status !== 'IGNORED' || remarks.some((remark) => remark.path.startsWith(path))) return [];
    return [{ path, sent: valueAt(body, path), remark: 'The action was not stored.' }];
  });
  return [...remarks, ...actions];
}

function fromComparing({ fields }: SyncSchemas['UpdatedLead'], body: SentBody): Ignored[] {
  return Object.entries(body.fields ?? {}).flatMap(([name, value]) => {
    const stored = fields[name];
    if (isSame(value, stored)) return [];
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

function keyOf(holder: unknown, key: string): unknown {
  const entry = Object.entries(holder ?? {}).find(([name]) => name === key);
  return entry?.[1];
}
