import type { WorkspaceContext } from '../context/context.ts';
import { actionOptionKey, addNewOptions } from '../context/options.ts';
import { type FieldRules, parseFields } from '../fields/index.ts';
import { getOwn, isObject } from '../json/json.ts';
import { type OperationError, operationError, type Result, success } from '../results/result.ts';
import type { WorkspaceStore } from '../store/index.ts';
import { type ActionPath, isWritable } from './get-action.ts';
import { immutableKeys, statusProblem } from './payment.ts';
import { type ActionResponse, toActionResponse } from './response.ts';

export interface UpdateActionInput extends ActionPath {
  body: unknown;
}

type Change = Omit<Parameters<WorkspaceStore['changeAction']>[2], 'modifiedOn'>;

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
  if (!isWritable(action) || typeof type !== 'string' || !isWritable({ type })) {
    return operationError('BAD_REQUEST', 'Only custom actions and payment actions can be updated');
  }
  if (type !== action.type) {
    return operationError(
      'BAD_REQUEST',
      `Action type must be ${action.type}, the type it was created with`,
    );
  }
  const change =
    type === 'PAYMENT'
      ? paymentChange(body)
      : await fieldChange(context, type, body, await context.fieldRules());
  if ('ok' in change) return change;
  const changed = await context.store.changeAction(leadId, actionId, {
    ...change,
    modifiedOn: context.clock(),
  });
  return changed ? success(toActionResponse(changed)) : unknown;
}

/** Any status may follow any other: the allowed transitions are not documented. */
function paymentChange(body: unknown): Change | OperationError {
  if (isObject(body) && immutableKeys.some((key) => Object.hasOwn(body, key))) {
    return operationError(
      'BAD_REQUEST',
      'Cannot update amount, currency, or paymentid fields for existing payment action.',
    );
  }
  const status = getOwn(body, 'status');
  if (status === undefined) return { set: {}, unset: [] };
  const problem = statusProblem(status);
  return problem
    ? operationError('BAD_REQUEST', problem.remark)
    : { set: {}, unset: [], data: { status } };
}

/** An invalid value is a 400, as in an update of a lead: neither response has remarks. */
async function fieldChange(
  context: WorkspaceContext,
  code: string,
  body: unknown,
  rules: FieldRules,
): Promise<Change | OperationError> {
  const sent = getOwn(body, 'fields') ?? {};
  if (!isObject(sent)) return operationError('BAD_REQUEST', 'Fields must be an object');
  const fields = context.customActions.get(code)?.fields ?? new Map();
  const { stored, cleared, dropped } = parseFields(sent, fields, rules);
  const invalidValue = dropped.find(({ reason }) => reason === 'invalid');
  if (invalidValue) return operationError('BAD_REQUEST', invalidValue.remark);
  await addNewOptions(context, stored, fields, (apiName) => actionOptionKey(code, apiName));
  return { set: Object.fromEntries(stored), unset: cleared };
}
