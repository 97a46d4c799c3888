import type { WorkspaceContext } from '../context/context.ts';
import { addNewOptions, leadOptionKey } from '../context/options.ts';
import { parseFields } from '../fields/index.ts';
import { getOwn, isObject } from '../json/json.ts';
import { operationError, type Result, success } from '../results/result.ts';
import { copyFields } from './response.ts';

export interface UpdateLeadInput {
  path: { leadId: string };
  body: unknown;
}

/**
 * Changes the fields sent. The docs disagree on invalid values: dropped in general, but a 400 on this operation's own
 * page, which is followed here; nothing is changed then. Unknown fields and labels that the pipeline does not offer are
 * dropped silently, as the response has no remarks.
 */
export async function updateLead(
  context: WorkspaceContext,
  { path, body }: UpdateLeadInput,
): Promise<Result<{ fields: Record<string, unknown> }>> {
  const { leadId } = path;
  const unknown = operationError('LEAD_NOT_FOUND', `Lead with ID ${leadId} was not found.`);
  if ((await context.store.getLead(leadId)) === undefined) return unknown;
  const fields = getOwn(body, 'fields');
  if (!isObject(fields)) return operationError('BAD_REQUEST', 'Fields must be an object');
  if (Object.hasOwn(fields, context.identifier.apiName)) {
    return operationError('INVALID_LEAD', 'Cannot modify lead identifier field');
  }
  const { stored, cleared, dropped } = parseFields(
    fields,
    context.leadFields,
    await context.fieldRules(),
  );
  const invalidValue = dropped.find(({ reason }) => reason === 'invalid');
  if (invalidValue) return operationError('BAD_REQUEST', invalidValue.remark);
  const lead = await context.store.changeLead(leadId, {
    set: Object.fromEntries(stored),
    unset: cleared,
    modifiedOn: context.clock(),
  });
  if (lead === undefined) return unknown;
  await addNewOptions(context, stored, context.leadFields, leadOptionKey);
  return success({ fields: copyFields(lead.fields) });
}
