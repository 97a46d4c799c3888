import type { SyncSchemas } from '../wire.ts';

/** Under this key an action keeps its code without the prefix. */
const bare = Symbol('bare code');

/**
 * A custom action that either client takes. Its `type` is the client's to write: `ACTION_1001` on
 * Async, `1001` on Sync. That is why TypeScript calls it `never`, which fits both.
 */
export interface CustomAction {
  readonly type: never;
  readonly fields?: SyncSchemas['CustomActionFields'];
}

/**
 * A custom action in the form of the client that sends it, so that the prefix cannot be wrong.
 *
 * @param code The number that the dashboard shows, or the code with its prefix.
 * @param fields The action's values, keyed by API name.
 *
 * @example
 * ```ts
 * import { createAsyncClient, createSyncClient, customAction } from '@telecrm/client';
 *
 * const visit = customAction(1001, { note: 'Site visit completed' });
 * const fields = { phone: '919999999999' };
 * await createSyncClient().createLead({ body: { fields, actions: [visit] } });
 * await createAsyncClient().createOrUpdateLead({ body: { fields, actions: [visit] } });
 * ```
 */
export function customAction(
  code: number | `${number}` | `ACTION_${number}`,
  fields?: SyncSchemas['CustomActionFields'],
): CustomAction {
  const digits = String(code).replace(/^ACTION_/, '');
  if (!/^\d+$/.test(digits)) {
    throw new TypeError(`${code} is no code of a custom action: it is a whole number, like 1001`);
  }
  const action = { type: `ACTION_${digits}`, [bare]: digits, ...(fields && { fields }) };
  // The type says `never` because what it is depends on the client; see above.
  return action as unknown as CustomAction;
}

/** A body of the Sync API as JSON: the actions of {@link customAction} lose their prefix. */
export function bareCodes(body: unknown): string {
  return JSON.stringify(body, (_, value) =>
    value?.[bare] ? { ...value, type: value[bare] } : value,
  );
}
