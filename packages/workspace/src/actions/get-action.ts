import { done, type Result, refuse } from '../result.ts';
import type { Room } from '../room.ts';
import type { ActionRecord } from '../store/index.ts';
import { type ActionView, showAction } from './view.ts';

export interface ActionPath {
  path: { leadId: string; actionId: string };
}

export async function getAction(
  { store }: Room,
  { path: { leadId, actionId } }: ActionPath,
): Promise<Result<ActionView>> {
  if ((await store.getLead(leadId)) === undefined) {
    return refuse('LEAD_NOT_FOUND', `Lead with ID ${leadId} was not found.`);
  }
  const action = await store.getAction(leadId, actionId);
  if (action === undefined) {
    return refuse('ACTION_NOT_FOUND', `Action with ID ${actionId} was not found.`);
  }
  return isWritable(action)
    ? done(showAction(action))
    : refuse('BAD_REQUEST', 'Only custom actions and payment actions can be retrieved');
}

/** Custom actions and payments; the rest of a timeline is telecrm's own to write. */
export function isWritable({ type }: Pick<ActionRecord, 'type'>): boolean {
  return type === 'PAYMENT' || /^[0-9]+$/.test(type);
}
