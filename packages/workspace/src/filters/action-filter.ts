import type { WorkspaceContext } from '../context/context.ts';
import { getOwn, isObject } from '../json/json.ts';
import type { ActionQuery } from '../store/index.ts';
import { assertKnownKeys, FilterError, parseStrings, parseTimeRange } from './conditions.ts';

/** The conditions of `searchActions` on one lead's timeline: one type, and the time as `created_on`. */
export function parseActionFilter(context: WorkspaceContext, body: unknown): ActionQuery {
  const type = getOwn(body, 'type');
  if (type !== undefined && typeof type !== 'string') {
    throw new FilterError('type must be one string');
  }
  return parseFilter(context, body, 'the search', 'created_on');
}

/** The conditions of `searchLeads` on a lead's actions: several types, and the time as `performed_at`. */
export function parseLeadActionFilter(context: WorkspaceContext, filter: unknown): ActionQuery {
  return parseFilter(context, filter, 'actions', 'performed_at');
}

/**
 * `performed_by` contains email addresses in both searches. One page mentions member IDs, but no response of the API has
 * any, and timelines contain addresses.
 */
function parseFilter(
  { dates }: WorkspaceContext,
  filter: unknown,
  name: string,
  time: string,
): ActionQuery {
  if (!isObject(filter)) throw new FilterError(`${name} must be an object`);
  assertKnownKeys(filter, ['type', 'performed_by', time], name);
  const [types, performedBy, range] = ['type', 'performed_by', time].map((key) =>
    getOwn(filter, key),
  );
  return {
    ...(types !== undefined && { types: parseStrings(types, `${name}.type`) }),
    ...(performedBy !== undefined && {
      performedBy: parseStrings(performedBy, `${name}.performed_by`),
    }),
    ...(range !== undefined && parseTimeRange(range, dates, `${name}.${time}`)),
  };
}
