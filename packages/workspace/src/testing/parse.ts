import { createDateFormat, type FieldRules, type FieldType, fieldTypes } from '../fields/index.ts';

/** What a field type needs to know, as in the default workspace. */
export const context: FieldRules = {
  defaultCountry: 'IN',
  dates: createDateFormat('dd/MM/yyyy HH:mm:ss', 'Asia/Kolkata'),
  statuses: new Set(['Fresh', 'Won']),
  lostReasons: new Set(['No Need']),
  exampleMember: 'Agent@company.com',
  members: new Map([['agent@company.com', 'Agent@company.com']]),
};

/** What is stored of a value; `null` when it empties the field, nothing when it does not fit. */
export function storedAs(type: FieldType, value: unknown) {
  const result = fieldTypes[type](value, context);
  return result.ok ? result.stored : undefined;
}

/** Why a value does not fit, and what to do. */
export function refusalOf(type: FieldType, value: unknown): string {
  const result = fieldTypes[type](value, context);
  return result.ok ? 'it fits' : `Field ${result.problem}: ${result.fix}`;
}
