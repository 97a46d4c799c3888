import type { ActionRecord, LeadRecord } from './store.ts';

/** A time range in Unix milliseconds, both bounds inclusive and optional. */
export interface TimeRange {
  readonly from?: number;
  readonly to?: number;
}

/** A condition on one field of a lead: one of several values, normalized by {@link comparable}, or a time range. */
export interface FieldCondition extends TimeRange {
  readonly field: string;
  readonly anyOf?: readonly string[];
}

/** Conditions on an action. All of them must hold. */
export interface ActionQuery extends TimeRange {
  /** Types in lower case. */
  readonly types?: readonly string[];
  /** Email addresses in lower case. */
  readonly performedBy?: readonly string[];
}

/** Conditions on a lead. All of them must hold. */
export interface LeadQuery {
  /** The lead's identifier is one of these. */
  readonly identifiers?: readonly string[];
  readonly fields: readonly FieldCondition[];
  readonly createdOn?: TimeRange;
  readonly modifiedOn?: TimeRange;
  /** The lead has at least one such action. */
  readonly action?: ActionQuery;
}

/** Normalizes a value for comparison: exact, ignoring case. */
export function comparable(value: string | number): string {
  return String(value).toLowerCase();
}

/** Whether a lead's values match a query. The store itself looks up its identifier and its actions. */
export function matchesLeadQuery(lead: LeadRecord, query: LeadQuery): boolean {
  return (
    within(lead.createdOn, query.createdOn) &&
    within(lead.modifiedOn, query.modifiedOn) &&
    query.fields.every((condition) => fieldMeets(lead, condition))
  );
}

function fieldMeets({ fields }: LeadRecord, condition: FieldCondition): boolean {
  if (!Object.hasOwn(fields, condition.field)) return false;
  const value = fields[condition.field];
  if (value === undefined) return false;
  if (condition.anyOf === undefined) return typeof value === 'number' && within(value, condition);
  const values = typeof value === 'object' ? value : [value];
  return values.some((one) => condition.anyOf?.includes(comparable(one)));
}

export function matchesActionQuery(action: ActionRecord, query: ActionQuery): boolean {
  const { types, performedBy } = query;
  return (
    within(action.createdOn, query) &&
    (types === undefined || types.includes(comparable(action.type))) &&
    (performedBy === undefined || performedBy.includes(comparable(action.performedBy)))
  );
}

function within(instant: number, { from, to }: TimeRange = {}): boolean {
  return (from === undefined || instant >= from) && (to === undefined || instant <= to);
}
