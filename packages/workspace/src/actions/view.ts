import { showFields } from '../leads/view.ts';
import type { ActionRecord } from '../store/index.ts';

/** An action as `getAction` and `updateAction` show it: what the docs list and nothing else. */
export interface ActionView {
  type: string;
  fields?: Record<string, unknown>;
  [key: string]: unknown;
}

/** The type is the bare code, as documented, although live answers have been seen to hold `ACTION_1001`. */
export function showAction({ type, fields, data }: ActionRecord): ActionView {
  return { type, ...(fields && { fields: showFields(fields) }), ...structuredClone(data) };
}

/** An action on a timeline, with the keys that live answers have been seen to carry. */
export interface TimelineView extends ActionView {
  id: string;
  creationTimestamp: number;
  modificationTimestamp: number;
  employeeid: string;
}

export function showOnTimeline(action: ActionRecord): TimelineView {
  return {
    id: action.id,
    ...showAction(action),
    // Its range is what the spec gives; nothing happened before 1970.
    creationTimestamp: Math.max(0, action.createdOn),
    modificationTimestamp: Math.max(0, action.modifiedOn),
    employeeid: action.performedBy,
  };
}
