export {
  createDateFormat,
  type DateFormat,
  isDateFormat,
  isTimeZone,
  maxDateFormatLength,
} from './dates/date-format.ts';
export type {
  FieldContext,
  FieldResult,
  InvalidValue,
  ParseField,
  StoredValue,
} from './field-result.ts';
export { type FieldType, fieldTypeNames, fieldTypeOf, fieldTypes } from './field-types.ts';
export {
  emptyField,
  type Field,
  type FieldRules,
  type Fields,
  type ParsedFields,
  parseFields,
} from './parse-fields.ts';
export { isEmail } from './values/email.ts';
export { isCountry } from './values/phone.ts';
