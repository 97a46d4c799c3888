import type { WorkspaceContext } from '../context/context.ts';
import { actionOptionKey, addNewOptions } from '../context/options.ts';
import { createTimeSlice } from '../event-loop/time-slice.ts';
import type { ActionRecord, StoreTransaction } from '../store/index.ts';
import type { ParsedAction } from './parse-actions.ts';

/** The outcome of one action of a request. */
export interface ActionResult {
  /** `null` when the action was not stored. */
  action_id: string | null;
  status: 'CREATED' | 'IGNORED';
}

/** The records of the valid actions of a request, and the outcome of each action. */
export async function createActionRecords(
  { clock, generateId }: Pick<WorkspaceContext, 'clock' | 'generateId'>,
  leadId: string,
  actions: readonly ParsedAction[],
): Promise<{ records: ActionRecord[]; results: ActionResult[] }> {
  const records: ActionRecord[] = [];
  const results: ActionResult[] = [];
  const slice = createTimeSlice();
  for (const { action } of actions) {
    const end = slice.next();
    if (end) await end;
    if (action === undefined) {
      results.push({ action_id: null, status: 'IGNORED' });
      continue;
    }
    const now = clock();
    const id = generateId();
    // `performedBy` is empty: an API call is not made by a team member.
    const common = {
      id,
      leadId,
      type: action.type,
      createdOn: now,
      modifiedOn: now,
      performedBy: '',
    };
    const content =
      'data' in action ? { data: action.data } : { fields: Object.fromEntries(action.stored) };
    records.push({ ...common, ...content });
    results.push({ action_id: id, status: 'CREATED' });
  }
  return { records, results };
}

/** Appends the records of actions to a timeline, and adds the new options in their values. */
export async function writeActions(
  transaction: StoreTransaction,
  records: readonly ActionRecord[],
  actions: readonly ParsedAction[],
): Promise<void> {
  const slice = createTimeSlice();
  for (const { action } of actions) {
    const end = slice.next();
    if (end) await end;
    if (action === undefined || 'data' in action) continue;
    const { stored, custom } = action;
    await addNewOptions(transaction, stored, custom.fields, (apiName) =>
      actionOptionKey(custom.code, apiName),
    );
  }
  if (records.length > 0) await transaction.appendActions(records);
}
