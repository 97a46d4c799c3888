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
 * Applies a change to a timeline entry. Fields and data change only in an entry that has them.
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

// `Object.fromEntries` defines properties, so that `__proto__` is an ordinary field name.
function merge(fields: StoredFields, { set, unset }: FieldChange): StoredFields {
  const cleared = new Set(unset);
  const unchanged = Object.entries(fields).filter(([apiName]) => !cleared.has(apiName));
  return Object.fromEntries([...unchanged, ...Object.entries(set)]);
}
