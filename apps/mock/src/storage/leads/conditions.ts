import { inList, type SqlValue } from '@telecrm/sql';
import {
  type ActionQuery,
  comparable,
  type FieldCondition,
  type LeadQuery,
  type TimeRange,
} from '@telecrm/workspace/store';
import { keyOf } from '../tables/text.ts';

/** A condition of a statement with its values. */
export interface Condition {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

export function both(...conditions: readonly Condition[]): Condition {
  return {
    text: conditions.map(({ text }) => text).join(' AND '),
    values: conditions.flatMap(({ values }) => values),
  };
}

export function equals(column: string, value: SqlValue): Condition {
  return { text: `${column} = ?`, values: [value] };
}

export function isIn(column: string, keys: readonly SqlValue[]): Condition {
  const { text, values } = inList(keys);
  return { text: `${column} IN ${text}`, values };
}

export function isWithin(column: string, { from, to }: TimeRange): Condition {
  const bounds: Condition[] = [];
  if (from !== undefined) bounds.push({ text: `${column} >= ?`, values: [from] });
  if (to !== undefined) bounds.push({ text: `${column} <= ?`, values: [to] });
  return bounds.length === 0 ? { text: '1 = 1', values: [] } : both(...bounds);
}

/** The condition on rows of `lead_value` for a field. */
export function meetsField(store: number, condition: FieldCondition): Condition {
  const { field, anyOf, caseSensitive } = condition;
  const ofField = both(equals('store', store), equals('field', keyOf(field)));
  if (anyOf === undefined) {
    const isNumber = { text: 'number IS NOT NULL', values: [] };
    return both(ofField, isNumber, isWithin('number', condition));
  }
  const isValue = isIn(
    'value',
    anyOf.map((one) => keyOf(comparable(one))),
  );
  if (!caseSensitive) return both(ofField, isValue);
  const exact = isIn(`CASE exact WHEN '' THEN value ELSE exact END`, anyOf.map(keyOf));
  return both(ofField, isValue, exact);
}

/** The condition on rows of `action`. */
export function meetsAction(query: ActionQuery): Condition {
  const { types, performedBy } = query;
  return both(
    isWithin('created_on', query),
    ...(types ? [isIn('type_key', types.map(keyOf))] : []),
    ...(performedBy ? [isIn('performed_by_key', performedBy.map(keyOf))] : []),
  );
}

export function isUnconditional({ fields, ...conditions }: LeadQuery): boolean {
  return fields.length === 0 && Object.values(conditions).every((one) => one === undefined);
}
