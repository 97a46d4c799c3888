import type { ActionRecord, LeadRecord } from './records.ts';

/** A time range in Unix milliseconds, both bounds inclusive and optional. */
export interface TimeRange {
  readonly from?: number;
  readonly to?: number;
}

/** A condition on one field of a lead: one of several values, normalized by {@link comparable}, or a time range. */
export interface FieldCondition extends TimeRange {
  readonly field: string;
  readonly anyOf?: readonly string[];
  /** Whether values are compared case-sensitively, without {@link comparable}. */
  readonly caseSensitive?: boolean;
}

/** Conditions on an action, all of which it must meet. */
export interface ActionQuery extends TimeRange {
  /** Types in lower case. */
  readonly types?: readonly string[];
  /** Email addresses in lower case. */
  readonly performedBy?: readonly string[];
}

/** Conditions on a lead, all of which it must meet. */
export interface LeadQuery {
  /** The lead's identifier is one of these. */
  readonly identifiers?: readonly string[];
  /** Part of the lead's ID, of its identifier or of one of its values, normalized by {@link comparable}. */
  readonly text?: string;
  readonly fields: readonly FieldCondition[];
  readonly createdOn?: TimeRange;
  readonly modifiedOn?: TimeRange;
  /** The lead has at least one such action. */
  readonly action?: ActionQuery;
}

/**
 * Normalizes a value for comparison: exact, ignoring case. A store that indexes values stores them normalized.
 *
 * @example
 * ```ts
 * import { comparable } from '@telecrm/workspace/store';
 *
 * console.log(comparable('VIP') === comparable('vip')); // true
 * ```
 */
export function comparable(value: string | number): string {
  return String(value).toLowerCase();
}

/**
 * Creates a predicate that checks whether a lead's values match a query. The store itself matches identifier and
 * actions.
 *
 * @example
 * ```ts
 * import { createLeadMatcher, type LeadRecord } from '@telecrm/workspace/store';
 *
 * const isVip = createLeadMatcher({ fields: [{ field: 'interests', anyOf: ['vip'] }] });
 * export const onlyVips = (leads: readonly LeadRecord[]) => leads.filter(isVip);
 * ```
 */
export function createLeadMatcher(query: LeadQuery): (lead: LeadRecord) => boolean {
  const { text, createdOn, modifiedOn } = query;
  const conditions = query.fields.map(createFieldMatcher);
  return (lead) =>
    isWithin(lead.createdOn, createdOn) &&
    isWithin(lead.modifiedOn, modifiedOn) &&
    (text === undefined || hasText(lead, text)) &&
    conditions.every((matches) => matches(lead));
}

function hasText({ id, identifier, fields }: LeadRecord, text: string): boolean {
  const values = [id, identifier, ...Object.values(fields).flat()];
  return values.some((value) => comparable(value).includes(text));
}

function createFieldMatcher(condition: FieldCondition): (lead: LeadRecord) => boolean {
  const { field, anyOf, caseSensitive } = condition;
  const values = anyOf && new Set(anyOf);
  const normalize = caseSensitive ? String : comparable;
  return ({ fields }) => {
    if (!Object.hasOwn(fields, field)) return false;
    const value = fields[field];
    if (value === undefined) return false;
    if (values === undefined) return typeof value === 'number' && isWithin(value, condition);
    if (typeof value === 'object') return value.some((one) => values.has(normalize(one)));
    return values.has(normalize(value));
  };
}

/**
 * Creates a predicate that checks whether an action matches a query.
 *
 * @example
 * ```ts
 * import { createActionMatcher, type ActionRecord } from '@telecrm/workspace/store';
 *
 * const isCall = createActionMatcher({ types: ['outgoing_call', 'incoming_call'] });
 * export const calls = (actions: readonly ActionRecord[]) => actions.filter(isCall);
 * ```
 */
export function createActionMatcher(query: ActionQuery): (action: ActionRecord) => boolean {
  const types = query.types && new Set(query.types);
  const performedBy = query.performedBy && new Set(query.performedBy);
  return (action) =>
    isWithin(action.createdOn, query) &&
    (types === undefined || types.has(comparable(action.type))) &&
    (performedBy === undefined || performedBy.has(comparable(action.performedBy)));
}

function isWithin(instant: number, { from, to }: TimeRange = {}): boolean {
  return (from === undefined || instant >= from) && (to === undefined || instant <= to);
}
