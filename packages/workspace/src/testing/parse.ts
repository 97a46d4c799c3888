import { createDateFormat, type FieldRules, type FieldType, fieldTypes } from '../fields/index.ts';

/** The parse context of the default workspace. */
export const context: FieldRules = {
  defaultCountry: 'IN',
  dates: createDateFormat('dd/MM/yyyy HH:mm:ss', 'Asia/Kolkata'),
  statuses: new Set(['Fresh', 'Won']),
  lostReasons: new Set(['No Need']),
  exampleMember: 'Agent@company.com',
  members: new Map([['agent@company.com', 'Agent@company.com']]),
};

/** The stored value; `null` if it clears the field, `undefined` if it is invalid. */
export function storedAs(type: FieldType, value: unknown) {
  const result = fieldTypes[type](value, context);
  return result.ok ? result.stored : undefined;
}

/** The reason why a value is invalid, with the fix. */
export function reasonOf(type: FieldType, value: unknown): string {
  const result = fieldTypes[type](value, context);
  return result.ok ? 'it fits' : `Field ${result.problem}: ${result.fix}`;
}
