import type { ActionRecord, LeadRecord } from './store.ts';

/** A span of time in Unix milliseconds, both ends included; an end that is missing is open. */
export interface Span {
  readonly from?: number;
  readonly to?: number;
}

/** What one of a lead's fields must be: one of some values, in the form of {@link comparable}, or within a span. */
export interface FieldCondition extends Span {
  readonly field: string;
  readonly anyOf?: readonly string[];
}

/** What an action must be. All that is given must hold of the same action. */
export interface ActionQuery extends Span {
  /** Types in lower case. */
  readonly types?: readonly string[];
  /** Email addresses in lower case. */
  readonly performedBy?: readonly string[];
}

/** What a lead must be. All that is given must hold. */
export interface LeadQuery {
  /** The lead's identifier is one of these. */
  readonly identifiers?: readonly string[];
  readonly fields: readonly FieldCondition[];
  readonly createdOn?: Span;
  readonly modifiedOn?: Span;
  /** The lead has at least one such action. */
  readonly action?: ActionQuery;
}

/** A value in the form in which values are compared: exact, but for the case. */
export function comparable(value: string | number): string {
  return String(value).toLowerCase();
}

/** Whether a lead's own values meet a query; its identifier and its actions are the store's to look up. */
export function leadMeets(lead: LeadRecord, query: LeadQuery): boolean {
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

export function actionMeets(action: ActionRecord, query: ActionQuery): boolean {
  const { types, performedBy } = query;
  return (
    within(action.createdOn, query) &&
    (types === undefined || types.includes(comparable(action.type))) &&
    (performedBy === undefined || performedBy.includes(comparable(action.performedBy)))
  );
}

function within(instant: number, { from, to }: Span = {}): boolean {
  return (from === undefined || instant >= from) && (to === undefined || instant <= to);
}
