import type { ParsedAction } from '../actions/parse-actions.ts';
import type { StoredValue } from '../fields/index.ts';

/** An action as telecrm would store it. */
export interface StoredAction {
  /** The bare code of a custom action, or `PAYMENT`. */
  type: string;
  /** The values of a custom action. */
  fields?: Record<string, StoredValue>;
  /** The status, currency and amount of a payment. */
  [key: string]: unknown;
}

/** `null` for an action that is dropped. */
export function toStoredAction({ action }: ParsedAction): StoredAction | null {
  if (action === undefined) return null;
  if ('data' in action) return { type: action.type, ...action.data };
  return { type: action.type, fields: Object.fromEntries(action.stored) };
}
