import type { WorkspaceContext } from '../context/context.ts';
import { getOwn } from '../json/json.ts';
import type { WriteResult } from '../leads/create-lead.ts';
import { toSyncRemark } from '../results/dropped-value.ts';
import { operationError, type Result, success } from '../results/result.ts';
import { notWritable } from './action-type.ts';
import { parseActions } from './parse-actions.ts';
import { storeActions } from './store-actions.ts';

export interface CreateActionsInput {
  path: { leadId: string };
  body: unknown;
}

/**
 * Appends actions to a lead's timeline. A type that cannot be written refuses the whole request; an invalid value drops
 * only the action that holds it. A type with the `ACTION_` prefix cannot be written here: the docs leave open whether it
 * is refused or dropped, and a refusal does not go unnoticed.
 */
export async function createActions(
  context: WorkspaceContext,
  { path, body }: CreateActionsInput,
): Promise<Result<WriteResult>> {
  if ((await context.store.getLead(path.leadId)) === undefined) {
    return operationError('LEAD_NOT_FOUND', `Lead with ID ${path.leadId} was not found.`);
  }
  const sent = getOwn(body, 'actions');
  if (!Array.isArray(sent)) return operationError('BAD_REQUEST', 'Actions must be an array');
  const entries = parseActions(context, sent, await context.fieldRules(), 'sync');
  if (entries.some(({ invalidType }) => invalidType))
    return operationError('BAD_REQUEST', notWritable);
  const actions = await storeActions(context, path.leadId, entries);
  const remarks = entries.flatMap(({ dropped }) => dropped).map(toSyncRemark);
  return success({ lead_id: path.leadId, actions, remarks });
}
