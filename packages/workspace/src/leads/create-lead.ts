import { type ActionResult, createActionRecords, writeActions } from '../actions/write-actions.ts';
import type { WorkspaceContext } from '../context/context.ts';
import { fieldRulesFor, fieldsOfRequest } from '../context/members.ts';
import { addNewOptions, leadOptionKey } from '../context/options.ts';
import { getOwn } from '../json/json.ts';
import { type Remark, toRemarkWithFix, toSyncRemark } from '../results/dropped-value.ts';
import { operationError, type Result, success } from '../results/result.ts';
import { droppedParts } from './dropped-parts.ts';
import { type ParsedLead, parseLeadInSlices } from './parse-lead.ts';

/** The outcome of writing a lead or its actions, part by part. */
export interface WriteResult {
  lead_id: string;
  /** One entry for each action sent, in the order sent. */
  actions: ActionResult[];
  /** The dropped parts. */
  remarks: Remark[];
}

/**
 * Creates a lead and never updates one. Any lead with a valid identifier is created; invalid values are dropped with a
 * remark, and so are actions whose type cannot be written: `createActions` rejects them, but here an error would lose
 * the lead.
 */
export async function createLead(
  context: WorkspaceContext,
  { body }: { body: unknown },
): Promise<Result<WriteResult>> {
  const rules = await fieldRulesFor(context, context.store, fieldsOfRequest(body));
  const parsed = await parseLeadInSlices(context, body, 'sync', rules);
  const { identifier, actions } = parsed;
  if (identifier === undefined) return missingIdentifier(context, parsed);
  const now = context.clock();
  const lead = { id: context.generateId(), identifier, createdOn: now, modifiedOn: now };
  const { stored } = parsed.fields;
  const fields = Object.fromEntries(stored);
  const { records, results } = await createActionRecords(context, lead.id, actions);
  const created = await context.store.transaction(async (transaction) => {
    if (!(await transaction.insertLead({ ...lead, fields }))) return false;
    await addNewOptions(transaction, stored, context.leadFields, leadOptionKey);
    await writeActions(transaction, records, actions);
    return true;
  });
  if (!created) {
    return operationError('LEAD_ALREADY_EXISTS', 'A lead with this identifier already exists.');
  }
  const dropped = droppedParts(parsed, true);
  return success(
    { lead_id: lead.id, actions: results, remarks: dropped.map(toSyncRemark) },
    dropped.map(toRemarkWithFix),
  );
}

function missingIdentifier({ identifier }: WorkspaceContext, { sent, fields }: ParsedLead) {
  const { apiName } = identifier;
  const invalid = fields.dropped.find((field) => field.apiName === apiName);
  const isEmpty = [null, undefined, ''].some((nothing) => nothing === getOwn(sent, apiName));
  const message = isEmpty ? undefined : invalid?.remark;
  return operationError('BAD_REQUEST', message ?? 'The lead identifier is missing in fields');
}
