import { parseDate } from './dates/date.ts';
import type { ParseField } from './field-result.ts';
import { parsePhone } from './phone/phone.ts';
import { parseEmail } from './values/email.ts';
import { parseActiveUser, parseDropdown, parseLostReason, parseStatus } from './values/label.ts';
import { parseLink } from './values/link.ts';
import { parseMoney, parseNumber, parseRating } from './values/number.ts';
import { parseTags } from './values/tags.ts';
import { parseText } from './values/text.ts';

/** The field types of telecrm, for lead fields and for fields of custom actions. */
export const fieldTypes = {
  text: parseText,
  email: parseEmail,
  phone: parsePhone,
  number: parseNumber,
  date: parseDate,
  dropdown: parseDropdown,
  tags: parseTags,
  money: parseMoney,
  website: parseLink,
  medialink: parseLink,
  activeUsers: parseActiveUser,
  rating: parseRating,
  status: parseStatus,
  lostReason: parseLostReason,
} satisfies Record<string, ParseField>;

/** The name of a field type, spelled as in the docs. */
export type FieldType = keyof typeof fieldTypes;

// `Object.keys` loses the literal types.
export const fieldTypeNames = Object.keys(fieldTypes) as FieldType[];

/** A field type by its name, ignoring case: responses use upper case. */
export function fieldTypeOf(name: string): FieldType | undefined {
  return fieldTypeNames.find((type) => type.toLowerCase() === name.toLowerCase());
}
