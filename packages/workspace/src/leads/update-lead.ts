import type { WorkspaceContext } from '../context/context.ts';
import { fieldRulesFor } from '../context/members.ts';
import { addNewOptions, leadOptionKey } from '../context/options.ts';
import { parseFields } from '../fields/index.ts';
import { getOwn, isObject, type JsonObject } from '../json/json.ts';
import { type DroppedValue, droppedValue, toRemarkWithFix } from '../results/dropped-value.ts';
import { operationError, type Result, success } from '../results/result.ts';
import { droppedFields } from './dropped-parts.ts';
import { unknownKey } from './parse-lead.ts';
import { copyFields } from './response.ts';

export interface UpdateLeadInput {
  path: { leadId: string };
  body: unknown;
}

/**
 * Changes the fields sent. The docs contradict themselves on invalid values: they are dropped in general, but a 400 on
 * this operation's own page, which is followed here; then nothing is changed. Unknown fields and labels that are not in
 * the pipeline are dropped. The response has no remarks, so only `dropped` of the result reports them.
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
  const rules = await fieldRulesFor(context, context.store, [fields]);
  const parsed = parseFields(fields, context.leadFields, rules);
  const invalid = parsed.dropped.find(({ reason }) => reason === 'invalid');
  if (invalid) return operationError('BAD_REQUEST', invalid.remark);
  const { stored, cleared } = parsed;
  const lead = await context.store.transaction(async (transaction) => {
    await addNewOptions(transaction, stored, context.leadFields, leadOptionKey);
    return transaction.changeLead(leadId, {
      set: Object.fromEntries(stored),
      unset: cleared,
      modifiedOn: context.clock(),
    });
  });
  if (lead === undefined) return unknown;
  const dropped = [...droppedFields(parsed, false), ...unknownKeys(context, body)];
  return success({ fields: copyFields(lead.fields) }, dropped.map(toRemarkWithFix));
}

function unknownKeys({ leadFields }: WorkspaceContext, body: unknown): DroppedValue[] {
  const keys = Object.keys(body as JsonObject).filter((key) => key !== 'fields');
  return keys.map((key) => {
    if (key === 'actions') {
      const fix = 'send them to `createActions`';
      return droppedValue(key, 'An update of a lead takes no actions', fix);
    }
    return unknownKey(key, leadFields.has(key), 'is ignored beside `fields`');
  });
}
