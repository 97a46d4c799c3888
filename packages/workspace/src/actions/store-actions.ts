import type { WorkspaceContext } from '../context/context.ts';
import { actionOptionKey, addNewOptions } from '../context/options.ts';
import type { ActionRecord } from '../store/index.ts';
import type { ParsedAction } from './parse-actions.ts';

/** The outcome of one action of a request. */
export interface ActionResult {
  /** `null` when the action was not stored. */
  action_id: string | null;
  status: 'CREATED' | 'IGNORED';
}

/** Appends the valid actions to a lead's timeline and returns the outcome of each. */
export async function storeActions(
  context: WorkspaceContext,
  leadId: string,
  entries: readonly ParsedAction[],
): Promise<ActionResult[]> {
  const records: ActionRecord[] = [];
  const results: ActionResult[] = [];
  for (const { action } of entries) {
    if (action === undefined) {
      results.push({ action_id: null, status: 'IGNORED' });
      continue;
    }
    const now = context.clock();
    const id = context.generateId();
    const common = { id, leadId, type: action.type, createdOn: now, modifiedOn: now };
    // `performedBy` is empty: an API call is not made by a team member.
    if ('data' in action) records.push({ ...common, performedBy: '', data: action.data });
    else {
      const { stored, custom } = action;
      records.push({ ...common, performedBy: '', fields: Object.fromEntries(stored) });
      await addNewOptions(context, stored, custom.fields, (name) =>
        actionOptionKey(custom.code, name),
      );
    }
    results.push({ action_id: id, status: 'CREATED' });
  }
  if (records.length > 0) await context.store.appendActions(records);
  return results;
}
