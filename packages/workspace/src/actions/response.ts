import type { Variants } from '../definition/index.ts';
import { copyFields } from '../leads/response.ts';
import type { ActionRecord } from '../store/index.ts';

/** An action as `getAction` and `updateAction` return it: the documented keys only. */
export interface ActionResponse {
  type: string;
  fields?: Record<string, unknown>;
  [key: string]: unknown;
}

/** The type of a custom action is the bare code, as documented, or prefixed, as observed. */
export function toActionResponse(
  { type, fields, data }: ActionRecord,
  { prefixedActionTypes = false }: Variants,
): ActionResponse {
  return {
    type: prefixedActionTypes && /^[0-9]+$/.test(type) ? `ACTION_${type}` : type,
    ...(fields && { fields: copyFields(fields) }),
    ...structuredClone(data),
  };
}

/** An action on a timeline, with the additional keys observed in live responses. */
export interface TimelineEntry extends ActionResponse {
  id: string;
  creationTimestamp: number;
  modificationTimestamp: number;
  employeeid: string;
}

export function toTimelineEntry(action: ActionRecord, variants: Variants): TimelineEntry {
  return {
    id: action.id,
    ...toActionResponse(action, variants),
    // The spec does not allow negative timestamps.
    creationTimestamp: Math.max(0, action.createdOn),
    modificationTimestamp: Math.max(0, action.modifiedOn),
    employeeid: action.performedBy,
  };
}
