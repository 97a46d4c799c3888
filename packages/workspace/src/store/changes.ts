import type {
  ActionChange,
  ActionRecord,
  FieldChange,
  LeadChange,
  LeadRecord,
  StoredFields,
} from './records.ts';

/**
 * Applies a change to a lead. Every store must change leads in this way.
 *
 * @example
 * ```ts
 * import { changedLead, type LeadRecord } from '@telecrm/workspace/store';
 *
 * export const rename = (lead: LeadRecord, name: string) =>
 *   changedLead(lead, { set: { name }, unset: [], modifiedOn: Date.now() });
 * ```
 */
export function changedLead(lead: LeadRecord, change: LeadChange): LeadRecord {
  return { ...lead, fields: merge(lead.fields, change), modifiedOn: change.modifiedOn };
}

/**
 * Applies a change to a timeline entry. Only an entry that has fields or data takes any.
 *
 * @example
 * ```ts
 * import { type ActionRecord, changedAction } from '@telecrm/workspace/store';
 *
 * export const fail = (payment: ActionRecord) => {
 *   const data = { payment_status: 'FAILED' };
 *   return changedAction(payment, { set: {}, unset: [], data, modifiedOn: Date.now() });
 * };
 * ```
 */
export function changedAction(action: ActionRecord, change: ActionChange): ActionRecord {
  return {
    ...action,
    modifiedOn: change.modifiedOn,
    ...(action.fields && { fields: merge(action.fields, change) }),
    ...(action.data && { data: { ...action.data, ...change.data } }),
  };
}

// `Object.fromEntries` defines properties, so a field named `__proto__` is an ordinary one.
function merge(fields: StoredFields, { set, unset }: FieldChange): StoredFields {
  const cleared = new Set(unset);
  const kept = Object.entries(fields).filter(([apiName]) => !cleared.has(apiName));
  return Object.fromEntries([...kept, ...Object.entries(set)]);
}
