import { assertArgument } from '../arguments/assert-argument.ts';
import type { Action, ActionOf, ComparableType } from '../workspace/actions.ts';
import type { WithoutPrefix } from '../workspace/codes.ts';
import type { WorkspaceTypes } from '../workspace-types.ts';
import { bareType } from './action-types.ts';

/**
 * Whether an action in a response has this type. Responses contain codes of custom actions with or
 * without the prefix, and this function accepts both. With a workspace type, it also narrows the
 * fields to those of that action.
 *
 * @param action An action of a timeline or a search.
 * @param type The number of a custom action, its code, or another type such as `PAYMENT`.
 *
 * @example
 * ```ts
 * import { createSyncClient, isAction } from '@telecrm/client';
 *
 * const telecrm = createSyncClient();
 * for await (const action of telecrm.getLead.all({ leadId: '603d2b2f9b1e8a001c8e4f5c' })) {
 *   if (isAction(action, 1001)) console.log(action.fields);
 * }
 * ```
 */
export function isAction<W extends WorkspaceTypes, const Type extends ComparableType<W>>(
  action: Action<W>,
  type: Type,
): action is ActionOf<W, WithoutPrefix<Type>>;
export function isAction(
  action: { readonly type: string; readonly fields?: never },
  type: number | string,
): boolean;
export function isAction(action: { readonly type: string }, type: number | string): boolean {
  const own: unknown = action?.type;
  assertArgument(typeof own === 'string', 'action.type must be text', own);
  return bareType(action.type) === bareType(String(type));
}
