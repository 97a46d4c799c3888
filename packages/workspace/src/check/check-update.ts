import { parseActionType } from '../actions/action-type.ts';
import { parseActionUpdate } from '../actions/parse-update.ts';
import type { ResolvedDefinition, WorkspaceDefinition } from '../definition/index.ts';
import type { StoredValue } from '../fields/index.ts';
import { getOwn, isObject } from '../json/json.ts';
import { parseLeadUpdate } from '../leads/parse-update.ts';
import type { DroppedValue } from '../results/dropped-value.ts';
import { describeType } from '../text/format.ts';
import { checkerOf } from './checker.ts';
import { type PayloadPart, toPayloadPart } from './payload-part.ts';
import { leadWarnings, newOptions } from './warnings.ts';

/** What telecrm would do with an update. */
export interface UpdateCheck {
  /** Whether the update would be accepted, in whole or in part. Otherwise the request is rejected and changes nothing. */
  accepted: boolean;
  /** What would not be stored, entry by entry; for a rejected update, the parts that are invalid. */
  dropped: PayloadPart[];
  /** Values that would be stored but are probably unintended, such as a dropdown label that becomes a new option. */
  warnings: PayloadPart[];
  /** The new values as they would be stored; `null` if the update is not accepted. */
  stored: { fields: Record<string, StoredValue> } | null;
}

/**
 * Checks an update of a lead without sending it. The verdict is the same as that of the sandbox for a lead that exists.
 *
 * @param definition The workspace, such as the content of `telecrm.workspace.json`. An invalid one throws a
 * {@link DefinitionError}. Only the team members that it lists are known.
 * @param body The payload of `updateLead`, or any JSON.
 *
 * @example
 * ```ts
 * import { checkLeadUpdate } from '@telecrm/workspace';
 *
 * for (const { field, reason, fix } of checkLeadUpdate({}, { fields: { rating: '3' } }).dropped) {
 *   console.error(`${field}: ${reason}. Fix: ${fix}`);
 * }
 * ```
 */
export function checkLeadUpdate(
  definition: WorkspaceDefinition | ResolvedDefinition,
  body: unknown,
): UpdateCheck {
  const { rules, fieldRules } = checkerOf(definition);
  const update = parseLeadUpdate(rules, body, fieldRules);
  if ('code' in update) return rejected(update.parts);
  const { stored } = update.fields;
  return accepted(update.dropped, stored, leadWarnings(rules, stored, fieldRules));
}

/**
 * Checks an update of an action without sending it. The verdict is the same as that of the sandbox for an action that
 * exists and has the type that is sent.
 *
 * @param definition The workspace, such as the content of `telecrm.workspace.json`. An invalid one throws a
 * {@link DefinitionError}. Only the team members that it lists are known.
 * @param body The payload of `updateAction`, or any JSON.
 *
 * @example
 * ```ts
 * import { checkActionUpdate } from '@telecrm/workspace';
 *
 * const body = { type: 'PAYMENT', status: 'PAID' };
 * for (const { field, reason, fix } of checkActionUpdate({}, body).dropped) {
 *   console.error(`${field}: ${reason}. Fix: ${fix}`);
 * }
 * ```
 */
export function checkActionUpdate(
  definition: WorkspaceDefinition | ResolvedDefinition,
  body: unknown,
): UpdateCheck {
  const { rules, fieldRules } = checkerOf(definition);
  if (!isObject(body)) {
    const reason = `An update of an action must be an object, not ${describeType(body)}`;
    const fix = 'send an object with the type of the action and its fields';
    return rejected([{ field: '', remark: reason, reason, fix }]);
  }
  const type = parseActionType(rules, getOwn(body, 'type'), 'sync', '');
  if (type !== 'payment' && 'dropped' in type) {
    return rejected([{ ...type.dropped, field: 'type' }]);
  }
  const custom = type === 'payment' ? undefined : type.custom;
  const update = parseActionUpdate(rules, custom?.code ?? 'PAYMENT', body, fieldRules);
  if ('code' in update) return rejected(update.parts);
  const { stored, dropped } = update;
  return accepted(dropped, stored, custom ? newOptions(stored, custom.fields, 'fields') : []);
}

function rejected(parts: readonly DroppedValue[]): UpdateCheck {
  return { accepted: false, dropped: parts.map(toPayloadPart), warnings: [], stored: null };
}

function accepted(
  dropped: readonly DroppedValue[],
  stored: ReadonlyMap<string, StoredValue>,
  warnings: PayloadPart[],
): UpdateCheck {
  const fields = Object.fromEntries(stored);
  return { accepted: true, dropped: dropped.map(toPayloadPart), warnings, stored: { fields } };
}
