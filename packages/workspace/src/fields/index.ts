export {
  createDateFormat,
  type DateFormat,
  isDateFormat,
  maxDateFormatLength,
} from './dates/date-format.ts';
export { isTimeZone } from './dates/time-zone.ts';
export type {
  FieldRules,
  StoredValue,
} from './field-result.ts';
export { type FieldType, fieldTypeNames, fieldTypeOf, fieldTypes } from './field-types.ts';
export {
  emptyField,
  type Field,
  type Fields,
  type ParsedFields,
  parseFields,
} from './parse-fields.ts';
export { isCountry } from './phone/phone.ts';
export { isEmail } from './values/email.ts';
