import { createDateFormat, type FieldType, fieldTypes, type ReadContext } from '../fields/index.ts';

/** What a field type needs to know, as in the default workspace. */
export const context: ReadContext = {
  label: 'Field',
  defaultCountry: 'IN',
  dates: createDateFormat('dd/MM/yyyy HH:mm:ss', 'Asia/Kolkata'),
  statuses: new Set(['Fresh', 'Won']),
  lostReasons: new Set(['No Need']),
  members: new Map([['agent@company.com', 'Agent@company.com']]),
};

/** What is stored of a value; `null` when it empties the field, nothing when it does not fit. */
export function storedAs(type: FieldType, value: unknown) {
  const reading = fieldTypes[type](value, context);
  return reading.ok ? reading.stored : undefined;
}

/** Why a value does not fit, and what to do. */
export function refusalOf(type: FieldType, value: unknown): string {
  const reading = fieldTypes[type](value, context);
  return reading.ok ? 'it fits' : `${reading.remark}: ${reading.fix}`;
}
