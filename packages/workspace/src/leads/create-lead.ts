import { type ActionResult, storeActions } from '../actions/store-actions.ts';
import type { WorkspaceContext } from '../context/context.ts';
import { addNewOptions, leadOptionKey } from '../context/options.ts';
import { getOwn } from '../json/json.ts';
import { type Remark, toSyncRemark } from '../results/dropped-value.ts';
import { operationError, type Result, success } from '../results/result.ts';
import { droppedFields, parseLead } from './parse-lead.ts';

/** The outcome of writing a lead or its actions, part by part. */
export interface WriteResult {
  lead_id: string;
  /** One for each action sent, in the order sent. */
  actions: ActionResult[];
  /** What was dropped. */
  remarks: Remark[];
}

/**
 * Creates a lead and never updates one. Any lead with a valid identifier is created; invalid values are dropped with a
 * remark. So is an action whose type cannot be written: `createActions` refuses a request for that, but here a refusal
 * would lose the lead.
 */
export async function createLead(
  context: WorkspaceContext,
  { body }: { body: unknown },
): Promise<Result<WriteResult>> {
  const { sent, read, identifier, actions, unknownKey } = await parseLead(context, body, 'sync');
  if (identifier === undefined) {
    const { apiName } = context.identifier;
    const unfit = read.dropped.find((dropped) => dropped.apiName === apiName);
    const empty = [null, undefined, ''].some((nothing) => nothing === getOwn(sent, apiName));
    const message = empty ? undefined : unfit?.remark;
    return operationError('BAD_REQUEST', message ?? 'The lead identifier is missing in fields');
  }
  const now = context.clock();
  const lead = { id: context.generateId(), identifier, createdOn: now, modifiedOn: now };
  const fields = Object.fromEntries(read.stored);
  if (!(await context.store.insertLead({ ...lead, fields }))) {
    return operationError('LEAD_ALREADY_EXISTS', 'A lead with this identifier already exists.');
  }
  await addNewOptions(context, read.stored, context.leadFields, leadOptionKey);
  const results = await storeActions(context, lead.id, actions);
  const dropped = [
    ...droppedFields(read, true),
    ...unknownKey,
    ...actions.flatMap(({ dropped }) => dropped),
  ];
  return success({ lead_id: lead.id, actions: results, remarks: dropped.map(toSyncRemark) });
}
