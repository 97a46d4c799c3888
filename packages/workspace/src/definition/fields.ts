import { fieldTypeNames, fieldTypeOf } from '../fields/index.ts';
import { formatList } from '../text/format.ts';
import { type Check, type DefinitionProblem, flag, listOf, object, take, text } from './check.ts';
import type { FieldDefinition } from './definition.ts';
import { standardFields, systemFieldNames } from './standard-fields.ts';

export const fieldType = take(
  (value) => (typeof value === 'string' ? fieldTypeOf(value) : undefined),
  `send a field type: ${formatList(fieldTypeNames, 20)}`,
);

export const labels = distinct(listOf(text), (label) => label, 'send each label once');

const anyField = object(
  { apiName: text, type: fieldType },
  { options: labels, isLeadid: flag, description: text },
);

/** The types whose values can tell leads apart. */
const identifierTypes: readonly string[] = ['phone', 'email', 'text'];

const field: Check<FieldDefinition> = (value, at, problems) => {
  const taken = anyField(value, at, problems);
  if (taken === undefined) return undefined;
  const wrong = problemOf(taken, at);
  if (wrong) problems.push(wrong);
  return wrong ? undefined : taken;
};

function problemOf(field: FieldDefinition, at: string): DefinitionProblem | undefined {
  const standard = standardFields.find(({ apiName }) => apiName === field.apiName);
  if (standard && standard.type !== field.type) {
    return {
      field: `${at}.type`,
      problem: `is not the type of the standard field \`${field.apiName}\``,
      fix: `send \`${standard.type}\`, or choose another apiName`,
    };
  }
  if (systemFieldNames.includes(field.apiName)) {
    return {
      field: `${at}.apiName`,
      problem: 'is a name that telecrm uses itself',
      fix: 'choose another one',
    };
  }
  if (field.isLeadid && !identifierTypes.includes(field.type)) {
    return {
      field: `${at}.isLeadid`,
      problem: `cannot be true on a field of type \`${field.type}\``,
      fix: `set it on a field of type ${formatList(identifierTypes)}`,
    };
  }
  return undefined;
}

const distinctFields = distinct(listOf(field), ({ apiName }) => apiName, 'name each field once');

export const customFields: Check<readonly FieldDefinition[]> = (value, at, problems) => {
  const fields = distinctFields(value, at, problems);
  if ((fields?.filter(({ isLeadid }) => isLeadid) ?? []).length > 1) {
    problems.push({
      field: at,
      problem: 'has isLeadid on more than one field',
      fix: 'leave it on the one field that tells leads apart',
    });
  }
  return fields;
};

/** A list of which no two entries have the same key. */
export function distinct<T>(
  list: Check<readonly T[]>,
  keyOf: (item: T) => string,
  fix: string,
): Check<readonly T[]> {
  return (value, at, problems) => {
    const items = list(value, at, problems);
    const keys = items?.map(keyOf) ?? [];
    if (new Set(keys).size < keys.length) {
      problems.push({ field: at, problem: 'has an entry twice', fix });
    }
    return items;
  };
}
