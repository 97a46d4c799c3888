import type { WorkspaceContext } from '../context/context.ts';
import { fieldRulesFor } from '../context/members.ts';
import { getOwn, isDeeperThan, isInstant, isObject, type JsonObject } from '../json/json.ts';
import { operationError, type Result, success } from '../results/result.ts';
import type { ActionRecord } from '../store/index.ts';
import { quoteName } from '../text/format.ts';
import { parseActions } from './parse-actions.ts';

/** More deeply nested values could not be serialized to JSON. */
const maxDepth = 64;

/** Keys that are computed from the stored event, or that only payments and custom actions have. */
const reserved = [
  ...['id', 'creationTimestamp', 'modificationTimestamp', 'employeeid'],
  ...['fields', 'status', 'currency', 'amount'],
];

/**
 * Adds an event to a lead's timeline that the API itself cannot write: a call, a message, or a custom action or payment
 * at another time or by a team member. Other keys of the event (`duration`, `note`) are stored unchanged.
 */
export async function addTimelineEvent(
  context: WorkspaceContext,
  leadId: string,
  event: unknown,
): Promise<Result<{ action_id: string }>> {
  if ((await context.store.getLead(leadId)) === undefined) {
    return operationError('LEAD_NOT_FOUND', `Lead with ID ${leadId} was not found.`);
  }
  if (!isObject(event)) return operationError('BAD_REQUEST', 'The event must be an object');
  if (isDeeperThan(maxDepth, event)) {
    const message = `The event must be nested at most ${maxDepth} levels deep`;
    return operationError('BAD_REQUEST', message);
  }
  const { created_on, performed_by, ...rest } = event;
  const createdOn = readTime(context, created_on);
  if (createdOn === undefined) {
    return operationError('BAD_REQUEST', 'created_on must be Unix time in milliseconds or a date');
  }
  if (performed_by !== undefined && typeof performed_by !== 'string') {
    return operationError('BAD_REQUEST', 'performed_by must be an email address');
  }
  const content = await readContent(context, rest);
  if ('ok' in content) return content;
  const id = context.generateId();
  const performedBy = performed_by ?? '';
  const action = { id, leadId, createdOn, modifiedOn: createdOn, performedBy, ...content };
  await context.store.transaction((transaction) => transaction.appendActions([action]));
  return success({ action_id: id });
}

function readTime({ clock, dates }: WorkspaceContext, value: unknown): number | undefined {
  if (value === undefined) return clock();
  if (isInstant(value)) return value < 0 ? undefined : value;
  return typeof value === 'string' ? dates.read(value) : undefined;
}

type Content = Pick<ActionRecord, 'type' | 'fields' | 'data'>;

async function readContent(
  context: WorkspaceContext,
  event: JsonObject,
): Promise<Content | ReturnType<typeof operationError>> {
  const type = getOwn(event, 'type');
  if (typeof type !== 'string' || type === '') {
    return operationError('BAD_REQUEST', 'type must be a string, such as OUTGOING_CALL');
  }
  if (type === 'PAYMENT' || /^(ACTION_)?[0-9]+$/.test(type))
    return parseContent(context, event, type);
  const { type: _, ...data } = event;
  const reservedKey = reserved.find((key) => Object.hasOwn(data, key));
  if (reservedKey)
    return operationError(
      'BAD_REQUEST',
      `An event of this type cannot have ${quoteName(reservedKey)}`,
    );
  return { type, data: structuredClone(data) };
}

async function parseContent(context: WorkspaceContext, event: JsonObject, type: string) {
  const api = type.startsWith('ACTION_') ? 'async' : 'sync';
  const rules = await fieldRulesFor(context, context.store, [getOwn(event, 'fields')]);
  const [entry] = parseActions(context, [event], rules, api);
  const problem = entry?.dropped[0];
  if (problem) {
    return operationError(
      'BAD_REQUEST',
      `${problem.field.replace('actions[0].', '')}: ${problem.reason}: ${problem.fix}`,
    );
  }
  if (entry?.action === undefined)
    return operationError('BAD_REQUEST', 'The event cannot be stored');
  const { action } = entry;
  return 'data' in action
    ? { type: action.type, data: action.data }
    : { type: action.type, fields: Object.fromEntries(action.stored) };
}
