import type { WorkspaceContext } from '../context/context.ts';
import { operationError, type Result, success } from '../results/result.ts';
import type { ActionRecord } from '../store/index.ts';
import { type ActionResponse, toActionResponse } from './response.ts';

export interface ActionPath {
  path: { leadId: string; actionId: string };
}

export async function getAction(
  { store, definition }: WorkspaceContext,
  { path: { leadId, actionId } }: ActionPath,
): Promise<Result<ActionResponse>> {
  if ((await store.getLead(leadId)) === undefined) {
    return operationError('LEAD_NOT_FOUND', `Lead with ID ${leadId} was not found.`);
  }
  const action = await store.getAction(leadId, actionId);
  if (action === undefined) {
    return operationError('ACTION_NOT_FOUND', `Action with ID ${actionId} was not found.`);
  }
  return isWritable(action)
    ? success(toActionResponse(action, definition.variants))
    : operationError('BAD_REQUEST', 'Only custom actions and payment actions can be retrieved');
}

/** Custom actions and payments; only telecrm itself writes the other types on a timeline. */
export function isWritable({ type }: Pick<ActionRecord, 'type'>): boolean {
  return type === 'PAYMENT' || /^[0-9]+$/.test(type);
}
