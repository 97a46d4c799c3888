import { assertArgument } from '../arguments/assert-argument.ts';
import type { components } from '../generated/async.ts';
import { isObject } from '../request/body.ts';
import type { AnyWorkspace } from '../workspace/any-workspace.ts';
import type { BareCode, CodeNumber } from '../workspace/codes.ts';
import type { WorkspaceTypes } from '../workspace-types.ts';
import type { ActionCode, ActionNumber, CustomActionType } from './custom-action-type.ts';

type CustomActionFields = components['schemas']['CustomActionFields'];

/** A custom action for either client. It is plain data, so it can be stored as JSON and sent later. */
export interface CustomAction<W extends WorkspaceTypes = AnyWorkspace> {
  readonly type: CustomActionType<W>;
  readonly fields?: CustomActionFields;
}

/** The arguments of {@link customAction}: a code in any form, and values for the fields of that action. */
export type CustomActionArguments<W extends WorkspaceTypes> =
  `${number}` extends BareCode<W>
    ? [code: number | ActionNumber | ActionCode, fields?: CustomActionFields]
    : {
        [Code in BareCode<W>]: [
          code: CodeNumber<Code> | Code | `ACTION_${Code}`,
          fields?: W['actions'][Code]['fields'],
        ];
      }[BareCode<W>];

/**
 * Creates a custom action for either client. Each client converts its type to the form of its API:
 * `ACTION_1001` on Async, `1001` on Sync. With a workspace type, as in
 * `customAction<Workspace>(1001, { … })`, only codes and fields of the workspace compile.
 *
 * @param args The number in the dashboard, or the code with its prefix; then the action's values,
 * keyed by API name.
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
export function customAction<W extends WorkspaceTypes = AnyWorkspace>(
  ...args: CustomActionArguments<W>
): CustomAction<W>;
export function customAction(code: number | string, fields?: CustomActionFields): CustomAction {
  const type = `ACTION_${String(code).replace(/^ACTION_/, '')}`;
  if (!isCustomActionType(type)) {
    throw new TypeError(
      `${code} is not the code of a custom action, which is a whole number such as 1001`,
    );
  }
  assertArgument(isObject(fields ?? {}), 'fields must be an object', fields);
  return fields ? { type, fields } : { type };
}

function isCustomActionType(type: string): type is CustomActionType<AnyWorkspace> {
  return /^ACTION_\d+$/.test(type);
}
