import type { components } from '../generated/async.ts';

type CustomActionFields = components['schemas']['CustomActionFields'];

declare const portable: unique symbol;

/** The type of an action by {@link customAction}, which both APIs take: each client writes its own form. */
export type CustomActionType = `ACTION_${number}` & { readonly [portable]: true };

/** A custom action that either client takes. It is plain data, so it can be stored as JSON and sent later. */
export interface CustomAction {
  readonly type: CustomActionType;
  readonly fields?: CustomActionFields;
}

/**
 * A custom action for either client, so that the prefix of its type cannot be wrong: `ACTION_1001`
 * on Async, `1001` on Sync.
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
  fields?: CustomActionFields,
): CustomAction {
  const type = `ACTION_${String(code).replace(/^ACTION_/, '')}`;
  if (!isCustomActionType(type)) {
    throw new TypeError(`${code} is no code of a custom action: it is a whole number, like 1001`);
  }
  return fields ? { type, fields } : { type };
}

function isCustomActionType(type: string): type is CustomActionType {
  return /^ACTION_\d+$/.test(type);
}
