import { readDate } from './date.ts';
import { readEmail } from './email.ts';
import { readActiveUser, readDropdown, readLostReason, readStatus } from './label.ts';
import { readLink } from './link.ts';
import { readMoney, readNumber, readRating } from './number.ts';
import { readPhone } from './phone.ts';
import type { ReadField } from './reading.ts';
import { readTags } from './tags.ts';
import { readText } from './text.ts';

/** The field types of telecrm, for lead fields and for those of custom actions alike. */
export const fieldTypes = {
  text: readText,
  email: readEmail,
  phone: readPhone,
  number: readNumber,
  date: readDate,
  dropdown: readDropdown,
  tags: readTags,
  money: readMoney,
  website: readLink,
  medialink: readLink,
  activeUsers: readActiveUser,
  rating: readRating,
  status: readStatus,
  lostReason: readLostReason,
} satisfies Record<string, ReadField>;

/** The name of a field type, as the docs spell it. */
export type FieldType = keyof typeof fieldTypes;

// The keys of the object above, which is typed by nothing else.
export const fieldTypeNames = Object.keys(fieldTypes) as FieldType[];

/** A field type by its name in any letter case, since answers spell it in capitals. */
export function fieldTypeOf(name: string): FieldType | undefined {
  return fieldTypeNames.find((type) => type.toLowerCase() === name.toLowerCase());
}
