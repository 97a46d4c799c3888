import type { WorkspaceContext } from '../context/context.ts';
import { fieldRulesFor } from '../context/members.ts';
import { addNewOptions, leadOptionKey } from '../context/options.ts';
import { getOwn } from '../json/json.ts';
import { toRemarkWithFix } from '../results/dropped-value.ts';
import { operationError, type Result, success } from '../results/result.ts';
import { parseLeadUpdate } from './parse-update.ts';
import { copyFields } from './response.ts';

export interface UpdateLeadInput {
  path: { leadId: string };
  body: unknown;
}

/** Changes the fields sent. The response has no remarks, so only `dropped` of the result reports what is not stored. */
export async function updateLead(
  context: WorkspaceContext,
  { path, body }: UpdateLeadInput,
): Promise<Result<{ fields: Record<string, unknown> }>> {
  const { leadId } = path;
  const unknown = operationError('LEAD_NOT_FOUND', `Lead with ID ${leadId} was not found.`);
  if ((await context.store.getLead(leadId)) === undefined) return unknown;
  const rules = await fieldRulesFor(context, context.store, [getOwn(body, 'fields')]);
  const update = parseLeadUpdate(context, body, rules);
  if ('code' in update) return operationError(update.code, update.message);
  const { stored, cleared } = update.fields;
  const lead = await context.store.transaction(async (transaction) => {
    await addNewOptions(transaction, stored, context.leadFields, leadOptionKey);
    return transaction.changeLead(leadId, {
      set: Object.fromEntries(stored),
      unset: cleared,
      modifiedOn: context.clock(),
    });
  });
  if (lead === undefined) return unknown;
  return success({ fields: copyFields(lead.fields) }, update.dropped.map(toRemarkWithFix));
}
