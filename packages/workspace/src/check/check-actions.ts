import { parseActions } from '../actions/parse-actions.ts';
import type { ResolvedDefinition, WorkspaceDefinition } from '../definition/index.ts';
import { getOwn } from '../json/json.ts';
import { describeType } from '../text/format.ts';
import { checkerOf } from './checker.ts';
import { type PayloadPart, toPayloadPart } from './payload-part.ts';
import { type StoredAction, toStoredAction } from './stored-action.ts';
import { actionWarnings } from './warnings.ts';

/** What telecrm would do with actions. */
export interface ActionsCheck {
  /**
   * Whether the request would be accepted, in whole or in part. A single type that cannot be written rejects all of it.
   */
  accepted: boolean;
  /** What would not be stored, entry by entry. */
  dropped: PayloadPart[];
  /** Values that would be stored but are probably unintended: a dropdown label that becomes a new option. */
  warnings: PayloadPart[];
  /**
   * One entry for each action of the payload, `null` if it is dropped; `null` instead of a list if they are not
   * accepted.
   */
  stored: (StoredAction | null)[] | null;
}

/**
 * Checks actions without sending them. The verdict is the same as that of the sandbox for a lead that exists.
 *
 * @param definition The workspace, such as the content of `telecrm.workspace.json`. An invalid one throws a
 * {@link DefinitionError}. Only the team members that it lists are known.
 * @param body The payload of `createActions`, or any JSON.
 *
 * @example
 * ```ts
 * import { checkActions } from '@telecrm/workspace';
 *
 * const body = { actions: [{ type: '1001', fields: { nte: 'Site visit completed' } }] };
 * for (const { field, reason, fix } of checkActions({}, body).dropped) {
 *   console.error(`${field}: ${reason}. Fix: ${fix}`);
 * }
 * ```
 */
export function checkActions(
  definition: WorkspaceDefinition | ResolvedDefinition,
  body: unknown,
): ActionsCheck {
  const { rules, fieldRules } = checkerOf(definition);
  const sent = getOwn(body, 'actions');
  if (!Array.isArray(sent)) {
    const reason = 'Actions must be an array';
    const fix = `send a list of actions instead of ${describeType(sent)}`;
    return {
      ...{ accepted: false, dropped: [{ field: 'actions', reason, fix }] },
      ...{ warnings: [], stored: null },
    };
  }
  const actions = [...parseActions(rules, sent, fieldRules, 'sync')];
  const accepted = !actions.some(({ invalidType }) => invalidType);
  return {
    accepted,
    dropped: actions.flatMap((action) => action.dropped).map(toPayloadPart),
    warnings: accepted ? actionWarnings(actions) : [],
    stored: accepted ? actions.map(toStoredAction) : null,
  };
}
