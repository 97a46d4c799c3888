import type { WorkspaceContext } from '../context/context.ts';
import { fieldRulesFor } from '../context/members.ts';
import { actionOptionKey, addNewOptions } from '../context/options.ts';
import { getOwn, isObject } from '../json/json.ts';
import { toRemarkWithFix } from '../results/dropped-value.ts';
import { operationError, type Result, success } from '../results/result.ts';
import { type ActionPath, isWritable } from './get-action.ts';
import { parseActionUpdate } from './parse-update.ts';
import { type ActionResponse, toActionResponse } from './response.ts';

export interface UpdateActionInput extends ActionPath {
  body: unknown;
}

/** A missing lead gets the error of a missing action: the operation has no other 404. */
export async function updateAction(
  context: WorkspaceContext,
  { path: { leadId, actionId }, body }: UpdateActionInput,
): Promise<Result<ActionResponse>> {
  const unknown = operationError(
    'ACTION_NOT_FOUND',
    `Action with ID ${actionId} was not found in the lead.`,
  );
  const action = await context.store.getAction(leadId, actionId);
  if (action === undefined) return unknown;
  const type = getOwn(body, 'type');
  if (!isWritable(action) || !isObject(body) || typeof type !== 'string' || !isWritable({ type })) {
    return operationError('BAD_REQUEST', 'Only custom actions and payment actions can be updated');
  }
  if (type !== action.type) {
    return operationError(
      'BAD_REQUEST',
      `Action type must be ${action.type}, the type it was created with`,
    );
  }
  const rules = await fieldRulesFor(context, context.store, [getOwn(body, 'fields')]);
  const update = parseActionUpdate(context, type, body, rules);
  if ('code' in update) return operationError(update.code, update.message);
  const { change, stored, dropped } = update;
  const fields = context.customActions.get(type)?.fields ?? new Map();
  const changed = await context.store.transaction(async (transaction) => {
    await addNewOptions(transaction, stored, fields, (name) => actionOptionKey(type, name));
    const modifiedOn = context.clock();
    return transaction.changeAction(leadId, actionId, { ...change, modifiedOn });
  });
  return changed
    ? success(toActionResponse(changed, context.definition.variants), dropped.map(toRemarkWithFix))
    : unknown;
}
