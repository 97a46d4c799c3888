import { isInstant, isObject, type JsonObject, own } from '../json.ts';
import { done, type Result, refuse } from '../result.ts';
import type { Room } from '../room.ts';
import type { ActionRecord } from '../store/index.ts';
import { quote } from '../words.ts';
import { readEntries } from './entry.ts';

/** Keys by which a timeline shows what the store knows of an event, or what only payments and custom actions have. */
const reserved = [
  ...['id', 'creationTimestamp', 'modificationTimestamp', 'employeeid'],
  ...['fields', 'status', 'currency', 'amount'],
];

/**
 * Puts an event on a lead's timeline that the API itself cannot write: a call, a message, or a custom action or payment
 * at another time or by somebody of the team. What else an event has (`duration`, `note`) is kept as it is.
 */
export async function addTimelineEvent(
  room: Room,
  leadId: string,
  event: unknown,
): Promise<Result<{ action_id: string }>> {
  if ((await room.store.getLead(leadId)) === undefined) {
    return refuse('LEAD_NOT_FOUND', `Lead with ID ${leadId} was not found.`);
  }
  if (!isObject(event)) return refuse('BAD_REQUEST', 'The event must be an object');
  const { created_on, performed_by, ...rest } = event;
  const createdOn = readTime(room, created_on);
  if (createdOn === undefined) {
    return refuse('BAD_REQUEST', 'created_on must be Unix time in milliseconds or a date');
  }
  if (performed_by !== undefined && typeof performed_by !== 'string') {
    return refuse('BAD_REQUEST', 'performed_by must be an email address');
  }
  const content = await readContent(room, rest);
  if ('ok' in content) return content;
  const id = room.ids();
  const performedBy = performed_by ?? '';
  await room.store.appendActions([
    { id, leadId, createdOn, modifiedOn: createdOn, performedBy, ...content },
  ]);
  return done({ action_id: id });
}

function readTime({ clock, dates }: Room, value: unknown): number | undefined {
  if (value === undefined) return clock();
  if (isInstant(value)) return value < 0 ? undefined : value;
  return typeof value === 'string' ? dates.read(value) : undefined;
}

type Content = Pick<ActionRecord, 'type' | 'fields' | 'data'>;

async function readContent(
  room: Room,
  event: JsonObject,
): Promise<Content | ReturnType<typeof refuse>> {
  const type = own(event, 'type');
  if (typeof type !== 'string' || type === '') {
    return refuse('BAD_REQUEST', 'type must be a string, such as OUTGOING_CALL');
  }
  if (type === 'PAYMENT' || /^(ACTION_)?[0-9]+$/.test(type)) return readWritable(room, event, type);
  const { type: _, ...data } = event;
  const taken = reserved.find((key) => Object.hasOwn(data, key));
  if (taken) return refuse('BAD_REQUEST', `An event of this type cannot have ${quote(taken)}`);
  return { type, data: structuredClone(data) };
}

async function readWritable(room: Room, event: JsonObject, type: string) {
  const dialect = type.startsWith('ACTION_') ? 'async' : 'sync';
  const [entry] = readEntries(room, [event], await room.fieldRules(), dialect);
  const problem = entry?.drops[0];
  if (problem) {
    return refuse('BAD_REQUEST', `${problem.field.replace('actions[0].', '')}: ${problem.advice}`);
  }
  if (entry?.action === undefined) return refuse('BAD_REQUEST', 'The event cannot be stored');
  const { action } = entry;
  return 'data' in action
    ? { type: action.type, data: action.data }
    : { type: action.type, fields: Object.fromEntries(action.stored) };
}
