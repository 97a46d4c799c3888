import type { WorkspaceContext } from '../context/context.ts';
import { fieldRulesFor } from '../context/members.ts';
import { actionOptionKey, addNewOptions } from '../context/options.ts';
import { parseFields, type StoredValue } from '../fields/index.ts';
import { getOwn, isObject, type JsonObject } from '../json/json.ts';
import { type DroppedValue, droppedValue, toRemarkWithFix } from '../results/dropped-value.ts';
import { type OperationError, operationError, type Result, success } from '../results/result.ts';
import type { ActionChange } from '../store/index.ts';
import { quoteName } from '../text/format.ts';
import { type ActionPath, isWritable } from './get-action.ts';
import { unknownActionKeys } from './parse-actions.ts';
import { immutableKeys, statusProblem } from './payment.ts';
import { type ActionResponse, toActionResponse } from './response.ts';

export interface UpdateActionInput extends ActionPath {
  body: unknown;
}

interface ParsedUpdate {
  change: Omit<ActionChange, 'modifiedOn'>;
  stored?: ReadonlyMap<string, StoredValue>;
  dropped: readonly DroppedValue[];
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
  const update =
    type === 'PAYMENT' ? parsePaymentUpdate(body) : await parseFieldUpdate(context, type, body);
  if ('ok' in update) return update;
  const { change, stored = new Map(), dropped } = update;
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

/** Any status may follow any other: the allowed transitions are not documented. */
function parsePaymentUpdate(body: JsonObject): ParsedUpdate | OperationError {
  if (immutableKeys.some((key) => Object.hasOwn(body, key))) {
    return operationError(
      'BAD_REQUEST',
      'Cannot update amount, currency, or paymentid fields for existing payment action.',
    );
  }
  const dropped = Object.keys(body)
    .filter((key) => key !== 'type' && key !== 'status')
    .map((key) =>
      droppedValue(
        key,
        `${quoteName(key)} is not a key of a payment`,
        'only the status can be changed',
      ),
    );
  const status = getOwn(body, 'status');
  if (status === undefined) return { change: { set: {}, unset: [] }, dropped };
  const problem = statusProblem(status);
  if (problem) return operationError('BAD_REQUEST', problem.remark);
  return { change: { set: {}, unset: [], data: { status } }, dropped };
}

/**
 * An invalid value is a 400, as in an update of a lead. Unknown fields and labels that are not in the pipeline are
 * dropped. The response has no remarks, so only `dropped` of the result reports them.
 */
async function parseFieldUpdate(
  context: WorkspaceContext,
  code: string,
  body: JsonObject,
): Promise<ParsedUpdate | OperationError> {
  const sent = getOwn(body, 'fields') ?? {};
  if (!isObject(sent)) return operationError('BAD_REQUEST', 'Fields must be an object');
  const custom = context.customActions.get(code) ?? { code, fields: new Map() };
  const rules = await fieldRulesFor(context, context.store, [sent]);
  const { stored, cleared, dropped } = parseFields(sent, custom.fields, rules, 'action');
  const invalid = dropped.find(({ reason }) => reason === 'invalid');
  if (invalid) return operationError('BAD_REQUEST', invalid.remark);
  const droppedFields = dropped.map(({ apiName, remark, fix }) =>
    droppedValue(`fields.${apiName}`, remark, fix),
  );
  return {
    change: { set: Object.fromEntries(stored), unset: cleared },
    stored,
    dropped: [...droppedFields, ...unknownActionKeys(body, custom)],
  };
}
