import type { WorkspaceContext } from '../context/context.ts';
import { fieldRulesFor, fieldsOfRequest } from '../context/members.ts';
import { collect } from '../event-loop/time-slice.ts';
import { getOwn } from '../json/json.ts';
import type { WriteResult } from '../leads/create-lead.ts';
import { toRemarkWithFix, toSyncRemark } from '../results/dropped-value.ts';
import { operationError, type Result, success } from '../results/result.ts';
import { notWritable } from './action-type.ts';
import { parseActions } from './parse-actions.ts';
import { createActionRecords, writeActions } from './write-actions.ts';

export interface CreateActionsInput {
  path: { leadId: string };
  body: unknown;
}

/**
 * Appends actions to a lead's timeline. A type that cannot be written rejects the whole request; an invalid value drops
 * only its action. A type with the `ACTION_` prefix is rejected, because the docs do not say whether it is rejected or
 * dropped, and an error cannot go unnoticed.
 */
export async function createActions(
  context: WorkspaceContext,
  { path: { leadId }, body }: CreateActionsInput,
): Promise<Result<WriteResult>> {
  const { store } = context;
  if ((await store.getLead(leadId)) === undefined) {
    return operationError('LEAD_NOT_FOUND', `Lead with ID ${leadId} was not found.`);
  }
  const sent = getOwn(body, 'actions');
  if (!Array.isArray(sent)) return operationError('BAD_REQUEST', 'Actions must be an array');
  const rules = await fieldRulesFor(context, store, fieldsOfRequest(body));
  const actions = await collect(parseActions(context, sent, rules, 'sync'));
  if (actions.some(({ invalidType }) => invalidType)) {
    return operationError('BAD_REQUEST', notWritable);
  }
  const { records, results } = await createActionRecords(context, leadId, actions);
  await store.transaction((transaction) => writeActions(transaction, records, actions));
  const dropped = actions.flatMap((action) => action.dropped);
  return success(
    { lead_id: leadId, actions: results, remarks: dropped.map(toSyncRemark) },
    dropped.map(toRemarkWithFix),
  );
}
