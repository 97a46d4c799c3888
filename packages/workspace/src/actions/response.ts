import { copyFields } from '../leads/response.ts';
import type { ActionRecord } from '../store/index.ts';

/** An action as `getAction` and `updateAction` return it: the documented keys only. */
export interface ActionResponse {
  type: string;
  fields?: Record<string, unknown>;
  [key: string]: unknown;
}

/** The type is the bare code, as documented, although `ACTION_1001` has been observed in live responses. */
export function toActionResponse({ type, fields, data }: ActionRecord): ActionResponse {
  return { type, ...(fields && { fields: copyFields(fields) }), ...structuredClone(data) };
}

/** An action on a timeline, with the additional keys observed in live responses. */
export interface TimelineEntry extends ActionResponse {
  id: string;
  creationTimestamp: number;
  modificationTimestamp: number;
  employeeid: string;
}

export function toTimelineEntry(action: ActionRecord): TimelineEntry {
  return {
    id: action.id,
    ...toActionResponse(action),
    // The spec allows no negative timestamps.
    creationTimestamp: Math.max(0, action.createdOn),
    modificationTimestamp: Math.max(0, action.modifiedOn),
    employeeid: action.performedBy,
  };
}
