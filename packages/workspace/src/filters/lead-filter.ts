import type { WorkspaceContext } from '../context/context.ts';
import { fieldRulesFor } from '../context/members.ts';
import type { FieldDefinition } from '../definition/index.ts';
import { systemFieldNames } from '../definition/index.ts';
import { type FieldRules, fieldTypes } from '../fields/index.ts';
import { getOwn, isObject } from '../json/json.ts';
import { comparable, type FieldCondition, type LeadQuery, type TimeRange } from '../store/index.ts';
import { fieldLabel, quoteName } from '../text/format.ts';
import { nearest } from '../text/nearest.ts';
import { parseLeadActionFilter } from './action-filter.ts';
import { assertKnownKeys, FilterError, parseList, parseTimeRange } from './conditions.ts';

/** Parses the body of `searchLeads`. A filter on the lead identifier uses the index of the store. */
export async function parseLeadFilter(
  context: WorkspaceContext,
  body: unknown,
): Promise<LeadQuery> {
  if (!isObject(body)) throw new FilterError('the search must be an object');
  assertKnownKeys(body, ['fields', 'actions'], 'the search');
  const sent = getOwn(body, 'fields') ?? {};
  if (!isObject(sent)) throw new FilterError('fields must be an object');
  const rules = await fieldRulesFor(context, context.store, [sent]);
  const conditions: FieldCondition[] = [];
  const spans = new Map<string, TimeRange>();
  for (const name of Object.keys(sent)) {
    const value = getOwn(sent, name);
    if (systemFieldNames.includes(name))
      spans.set(name, parseTimeRange(value, context.dates, `fields.${name}`));
    else conditions.push(parseCondition(context, name, value, rules));
  }
  const actions = getOwn(body, 'actions');
  const [createdOn, modifiedOn] = systemFieldNames.map((name) => spans.get(name));
  const byIdentifier = conditions.find(({ field }) => field === context.identifier.apiName);
  return {
    fields: conditions.filter((condition) => condition !== byIdentifier),
    ...(byIdentifier?.anyOf && { identifiers: byIdentifier.anyOf }),
    ...(createdOn && { createdOn }),
    ...(modifiedOn && { modifiedOn }),
    ...(actions !== undefined && { action: parseLeadActionFilter(context, actions) }),
  };
}

function parseCondition(
  { leadFields, dates }: WorkspaceContext,
  name: string,
  value: unknown,
  rules: FieldRules,
): FieldCondition {
  const field = leadFields.get(name);
  if (field === undefined) {
    const meant = nearest(name, leadFields.keys());
    const hint = meant ? `; did you mean \`${meant}\`?` : '';
    throw new FilterError(`fields.${quoteName(name)} is not a field of this workspace${hint}`);
  }
  if (isObject(value)) {
    if (field.type === 'date')
      return { field: name, ...parseTimeRange(value, dates, `fields.${name}`) };
    throw new FilterError(`fields.${name} is not a date, so it cannot have a range`);
  }
  const values = parseList(value, `fields.${name}`);
  const anyOf = values.map((one) => parseValue(field, one, rules));
  // According to the page of pitfalls, pipeline labels are matched case-sensitively.
  if (field.type === 'status') return { field: name, anyOf, caseSensitive: true };
  return { field: name, anyOf: anyOf.map(comparable) };
}

/** The normalized value, so that `9999999999` finds `919999999999`. An invalid value is compared as sent. */
function parseValue(field: FieldDefinition, value: unknown, rules: FieldRules): string {
  const name = `fields.${field.apiName}`;
  if (typeof value !== 'string' && !Number.isFinite(value)) {
    throw new FilterError(`${name} must be a string, a number or an array of them`);
  }
  const result = fieldTypes[field.type](value, rules);
  if (!result.ok && field.type === 'date')
    throw new FilterError(`${name}: ${fieldLabel(field.apiName)} ${result.problem}`);
  const { stored } = result.ok ? result : { stored: null };
  return String(typeof stored === 'string' || typeof stored === 'number' ? stored : value);
}
