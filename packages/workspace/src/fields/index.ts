export { createDateFormat, type DateFormat, isDateFormat, isTimeZone } from './date-format.ts';
export { isEmail } from './email.ts';
export { isCountry } from './phone.ts';
export {
  type DroppedField,
  emptyField,
  type Field,
  type FieldRules,
  type Fields,
  type ReadFields,
  readFields,
} from './read-fields.ts';
export type { Misfit, ReadContext, ReadField, Reading, StoredValue } from './reading.ts';
export { type FieldType, fieldTypeNames, fieldTypeOf, fieldTypes } from './types.ts';
