import { type FieldRules, readFields } from '../fields/index.ts';
import { isObject, own } from '../json.ts';
import { learnOptions, ofAction } from '../options.ts';
import { done, type Refusal, type Result, refuse } from '../result.ts';
import type { Room } from '../room.ts';
import type { WorkspaceStore } from '../store/index.ts';
import { type ActionPath, isWritable } from './get-action.ts';
import { immutableKeys, statusProblem } from './payment.ts';
import { type ActionView, showAction } from './view.ts';

export interface UpdateActionInput extends ActionPath {
  body: unknown;
}

type Change = Omit<Parameters<WorkspaceStore['changeAction']>[2], 'modifiedOn'>;

/** A lead that is not there is answered like an action that is not: the operation has no other 404. */
export async function updateAction(
  room: Room,
  { path: { leadId, actionId }, body }: UpdateActionInput,
): Promise<Result<ActionView>> {
  const unknown = refuse(
    'ACTION_NOT_FOUND',
    `Action with ID ${actionId} was not found in the lead.`,
  );
  const action = await room.store.getAction(leadId, actionId);
  if (action === undefined) return unknown;
  const type = own(body, 'type');
  if (!isWritable(action) || typeof type !== 'string' || !isWritable({ type })) {
    return refuse('BAD_REQUEST', 'Only custom actions and payment actions can be updated');
  }
  if (type !== action.type) {
    return refuse(
      'BAD_REQUEST',
      `Action type must be ${action.type}, the type it was created with`,
    );
  }
  const change =
    type === 'PAYMENT'
      ? paymentChange(body)
      : await fieldChange(room, type, body, await room.fieldRules());
  if ('ok' in change) return change;
  const changed = await room.store.changeAction(leadId, actionId, {
    ...change,
    modifiedOn: room.clock(),
  });
  return changed ? done(showAction(changed)) : unknown;
}

/** Any status may follow any other: which ones telecrm allows is documented nowhere. */
function paymentChange(body: unknown): Change | Refusal {
  if (isObject(body) && immutableKeys.some((key) => Object.hasOwn(body, key))) {
    return refuse(
      'BAD_REQUEST',
      'Cannot update amount, currency, or paymentid fields for existing payment action.',
    );
  }
  const status = own(body, 'status');
  if (status === undefined) return { set: {}, unset: [] };
  const problem = statusProblem(status);
  return problem ? refuse('BAD_REQUEST', problem.remark) : { set: {}, unset: [], data: { status } };
}

/** A value that does not fit is a 400, as in a lead's update: neither answer has remarks. */
async function fieldChange(
  room: Room,
  code: string,
  body: unknown,
  rules: FieldRules,
): Promise<Change | Refusal> {
  const sent = own(body, 'fields') ?? {};
  if (!isObject(sent)) return refuse('BAD_REQUEST', 'Fields must be an object');
  const fields = room.customActions.get(code)?.fields ?? new Map();
  const { stored, emptied, dropped } = readFields(sent, fields, rules);
  const misfit = dropped.find(({ because }) => because === 'misfit');
  if (misfit) return refuse('BAD_REQUEST', misfit.remark);
  await learnOptions(room, stored, fields, (apiName) => ofAction(code, apiName));
  return { set: Object.fromEntries(stored), unset: emptied };
}
