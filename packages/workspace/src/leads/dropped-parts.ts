import type { WorkspaceRules } from '../context/rules.ts';
import { emptyField, type FieldRules, fieldTypes, type ParsedFields } from '../fields/index.ts';
import { getOwn, isObject, type JsonObject } from '../json/json.ts';
import { type DroppedValue, droppedValue } from '../results/dropped-value.ts';
import { quoteName } from '../text/format.ts';
import { nearest } from '../text/nearest.ts';
import type { ParsedLead } from './parse-lead.ts';

/** The fields that are not stored. An empty value has nothing to clear in a new lead. */
export function droppedFields({ dropped, cleared }: ParsedFields, isNew: boolean): DroppedValue[] {
  const empty = isNew ? cleared.map((apiName) => ({ apiName, ...emptyField(apiName) })) : [];
  return [...dropped, ...empty].map(({ apiName, remark, fix }) =>
    droppedValue(`fields.${apiName}`, remark, fix),
  );
}

/** Everything that is dropped from a lead with an identifier, entry by entry. */
export function droppedParts(parsed: ParsedLead, isNew: boolean): DroppedValue[] {
  return [
    ...droppedFields(parsed.fields, isNew),
    ...parsed.unknownKeys,
    ...parsed.actions.flatMap((action) => action.dropped),
  ];
}

/**
 * All problems of a lead that has no valid identifier.
 *
 * @param consequence The consequence for the lead, appended to the reason.
 */
export function droppedWithLead(
  rules: WorkspaceRules,
  body: unknown,
  parsed: ParsedLead,
  fieldRules: FieldRules,
  consequence: string,
): DroppedValue[] {
  const identifierField = `fields.${rules.identifier.apiName}`;
  return [
    missingIdentifier(rules, body, parsed, fieldRules, consequence),
    ...droppedFields(parsed.fields, true).filter(({ field }) => field !== identifierField),
    ...parsed.unknownKeys.filter(({ field }) => field !== 'fields'),
    ...parsed.actions.flatMap((action) => action.dropped),
  ];
}

/** The reason why a lead is not stored, and the fix. */
function missingIdentifier(
  rules: WorkspaceRules,
  body: unknown,
  parsed: ParsedLead,
  fieldRules: FieldRules,
  consequence: string,
): DroppedValue {
  const { apiName } = rules.identifier;
  if (!isObject(getOwn(body, 'fields'))) {
    const fix = isObject(body)
      ? `wrap them, { "fields": { "${apiName}": … } }`
      : 'send a JSON object';
    return droppedValue('fields', `There are no fields, ${consequence}`, fix);
  }
  const field = `fields.${apiName}`;
  const invalid = parsed.fields.dropped.find((dropped) => dropped.apiName === apiName);
  if (invalid) return droppedValue(field, `${invalid.remark}, ${consequence}`, invalid.fix);
  const remark = `The lead identifier \`${apiName}\` is missing, ${consequence}`;
  return droppedValue(field, remark, identifierFix(rules, parsed, fieldRules));
}

/**
 * The fix for a lead without an identifier: the field that was probably meant as the identifier, under its right name.
 */
function identifierFix(
  rules: WorkspaceRules,
  { sent }: ParsedLead,
  fieldRules: FieldRules,
): string {
  const { apiName } = rules.identifier;
  const meant = guessIdentifierName(rules, sent, fieldRules);
  return meant
    ? `send ${quoteName(meant)} as \`${apiName}\``
    : `send \`${apiName}\` among the fields`;
}

/** Guesses by name and by value which field was meant as the identifier. */
export function guessIdentifierName(
  { identifier: { apiName, type } }: WorkspaceRules,
  sent: JsonObject,
  rules: FieldRules,
): string | undefined {
  // Comparing names and parsing phone numbers is slow, so only the first fields are examined.
  const names = Object.keys(sent)
    .slice(0, 100)
    .filter((name) => name !== apiName);
  const isValid = (name: string) => fieldTypes[type](getOwn(sent, name), rules).ok;
  return (
    names.find((name) => nearest(name, [apiName]) !== undefined) ??
    (type === 'text' ? undefined : names.find(isValid))
  );
}
