import { isObject, own } from '../json.ts';
import type { Room } from '../room.ts';
import type { ActionQuery } from '../store/index.ts';
import { onlyKeys, readSpan, readStrings, UnreadableFilter } from './parts.ts';

/** The conditions on one lead's timeline, as `searchActions` takes them: one type, and the time as `created_on`. */
export function readActionFilter(room: Room, body: unknown): ActionQuery {
  const type = own(body, 'type');
  if (type !== undefined && typeof type !== 'string') {
    throw new UnreadableFilter('type must be one string');
  }
  return read(room, body, 'the search', 'created_on');
}

/** The conditions on a lead's actions in `searchLeads`: several types, and the time as `performed_at`. */
export function readLeadActionFilter(room: Room, filter: unknown): ActionQuery {
  return read(room, filter, 'actions', 'performed_at');
}

/**
 * `performed_by` holds email addresses in either search. One page speaks of member IDs, but no answer of the API has
 * any, and timelines carry addresses.
 */
function read({ dates }: Room, filter: unknown, name: string, time: string): ActionQuery {
  if (!isObject(filter)) throw new UnreadableFilter(`${name} must be an object`);
  onlyKeys(filter, ['type', 'performed_by', time], name);
  const [types, performedBy, span] = ['type', 'performed_by', time].map((key) => own(filter, key));
  return {
    ...(types !== undefined && { types: readStrings(types, `${name}.type`) }),
    ...(performedBy !== undefined && {
      performedBy: readStrings(performedBy, `${name}.performed_by`),
    }),
    ...(span !== undefined && readSpan(span, dates, `${name}.${time}`)),
  };
}
