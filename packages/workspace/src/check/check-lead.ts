import type { ApiName } from '../actions/action-type.ts';
import type { ResolvedDefinition, WorkspaceDefinition } from '../definition/index.ts';
import type { StoredValue } from '../fields/index.ts';
import { droppedParts, droppedWithLead } from '../leads/dropped-parts.ts';
import { parseLead } from '../leads/parse-lead.ts';
import { checkerOf } from './checker.ts';
import { type PayloadPart, toPayloadPart } from './payload-part.ts';
import { type StoredAction, toStoredAction } from './stored-action.ts';
import { warningsOf } from './warnings.ts';

/** What telecrm would do with a payload. */
export interface LeadCheck {
  /** Whether the lead would be stored, in whole or in part. If not, it has no valid identifier. */
  accepted: boolean;
  /**
   * What would not be stored, entry by entry. An empty string is dropped from a new lead; in an existing one it clears
   * the field.
   */
  dropped: PayloadPart[];
  /**
   * Values that would be stored but are probably unintended: an assignee who is not a team member, and a dropdown label
   * that becomes a new option.
   */
  warnings: PayloadPart[];
  /** The lead as it would be stored; `null` if it is not accepted. */
  stored: {
    fields: Record<string, StoredValue>;
    /** One entry for each action of the payload; `null` if it is dropped. */
    actions: (StoredAction | null)[];
  } | null;
}

/**
 * Checks a lead without sending it: returns what telecrm would drop from it, why, and what it would store. The verdict
 * is the same as that of the sandbox, for a lead that does not exist yet.
 *
 * @param definition The workspace, such as the content of `telecrm.workspace.json`. An invalid one throws a
 * {@link DefinitionError}. Only the team members that it lists are known.
 * @param body The payload of `createOrUpdateLead` (Async) or `createLead` (Sync), or any JSON.
 * @param api The API that the payload is for. It determines the form of the types of custom actions.
 *
 * @example
 * ```ts
 * import { checkLead } from '@telecrm/workspace';
 *
 * const body = { fields: { phone: '919999999999', rating: '3' }, actions: [{ type: '1001' }] };
 * for (const { field, reason, fix } of checkLead({}, body, 'async').dropped) {
 *   console.error(`${field}: ${reason}. Fix: ${fix}`);
 * }
 * ```
 */
export function checkLead(
  definition: WorkspaceDefinition | ResolvedDefinition,
  body: unknown,
  api: ApiName,
): LeadCheck {
  const { rules, fieldRules } = checkerOf(definition);
  const parsed = parseLead(rules, body, api, fieldRules);
  if (parsed.identifier === undefined) {
    const consequence =
      api === 'async' ? 'so the whole lead is dropped' : 'so the whole request is rejected';
    const dropped = droppedWithLead(rules, body, parsed, fieldRules, consequence);
    return { accepted: false, dropped: dropped.map(toPayloadPart), warnings: [], stored: null };
  }
  return {
    accepted: true,
    dropped: droppedParts(parsed, true).map(toPayloadPart),
    warnings: warningsOf(rules, parsed, fieldRules),
    stored: {
      fields: Object.fromEntries(parsed.fields.stored),
      actions: parsed.actions.map(toStoredAction),
    },
  };
}
