import type { FieldDefinition } from '../definition/index.ts';
import { ownNames } from '../definition/index.ts';
import { type FieldRules, fieldTypes } from '../fields/index.ts';
import { isObject, own } from '../json.ts';
import { nearest } from '../nearest.ts';
import type { Room } from '../room.ts';
import { comparable, type FieldCondition, type LeadQuery, type Span } from '../store/index.ts';
import { labelOf, quote } from '../words.ts';
import { readLeadActionFilter } from './action-filter.ts';
import { onlyKeys, readSpan, UnreadableFilter } from './parts.ts';

/** Reads the body of `searchLeads`. A filter on the lead identifier becomes a look-up. */
export async function readLeadFilter(room: Room, body: unknown): Promise<LeadQuery> {
  if (!isObject(body)) throw new UnreadableFilter('the search must be an object');
  onlyKeys(body, ['fields', 'actions'], 'the search');
  const sent = own(body, 'fields') ?? {};
  if (!isObject(sent)) throw new UnreadableFilter('fields must be an object');
  const rules = await room.fieldRules();
  const conditions: FieldCondition[] = [];
  const spans = new Map<string, Span>();
  for (const name of Object.keys(sent)) {
    const value = own(sent, name);
    if (ownNames.includes(name)) spans.set(name, readSpan(value, room.dates, `fields.${name}`));
    else conditions.push(readCondition(room, name, value, rules));
  }
  const actions = own(body, 'actions');
  const [createdOn, modifiedOn] = ownNames.map((name) => spans.get(name));
  const byIdentifier = conditions.find(({ field }) => field === room.identifier.apiName);
  return {
    fields: conditions.filter((condition) => condition !== byIdentifier),
    ...(byIdentifier?.anyOf && { identifiers: byIdentifier.anyOf }),
    ...(createdOn && { createdOn }),
    ...(modifiedOn && { modifiedOn }),
    ...(actions !== undefined && { action: readLeadActionFilter(room, actions) }),
  };
}

function readCondition(
  { leadFields, dates }: Room,
  name: string,
  value: unknown,
  rules: FieldRules,
): FieldCondition {
  const field = leadFields.get(name);
  if (field === undefined) {
    const meant = nearest(name, leadFields.keys());
    const hint = meant ? `; did you mean \`${meant}\`?` : '';
    throw new UnreadableFilter(`fields.${quote(name)} is not a field of this workspace${hint}`);
  }
  if (isObject(value)) {
    if (field.type === 'date') return { field: name, ...readSpan(value, dates, `fields.${name}`) };
    throw new UnreadableFilter(`fields.${name} is not a date, so it takes no range`);
  }
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return { field: name, anyOf: values.map((one) => readValue(field, one, rules)) };
}

/** A value as it is stored, so that `9999999999` finds `919999999999`; or as it is, when none such can be stored. */
function readValue(field: FieldDefinition, value: unknown, rules: FieldRules): string {
  const name = `fields.${field.apiName}`;
  if (typeof value !== 'string' && !Number.isFinite(value)) {
    throw new UnreadableFilter(`${name} must be a string, a number or an array of them`);
  }
  const reading = fieldTypes[field.type](value, { ...rules, label: labelOf(field.apiName) });
  if (!reading.ok && field.type === 'date')
    throw new UnreadableFilter(`${name}: ${reading.remark}`);
  const { stored } = reading.ok ? reading : { stored: null };
  return comparable(
    typeof stored === 'string' || typeof stored === 'number' ? stored : String(value),
  );
}
