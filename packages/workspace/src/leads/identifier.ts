import type { FieldRules, StoredValue } from '../fields/index.ts';
import { fieldTypes } from '../fields/index.ts';
import type { JsonObject } from '../json.ts';
import { own } from '../json.ts';
import { nearest } from '../nearest.ts';
import type { Room } from '../room.ts';
import { comparable } from '../store/index.ts';
import { labelOf, quote } from '../words.ts';

/**
 * An identifier in the form in which leads are told apart. The field's type has normalised the value: a phone to its
 * digits, an email address trimmed; what is left is its case. Text is compared letter by letter, spaces included.
 */
export function identifierOf(stored: StoredValue | undefined): string | undefined {
  return typeof stored === 'string' ? comparable(stored) : undefined;
}

/** What to say when a lead comes without its identifier: which of the names that were sent may have been meant. */
export function missingIdentifier(
  { identifier }: Room,
  fields: JsonObject,
  rules: FieldRules,
): string {
  const { apiName, type } = identifier;
  // A near miss stands among few names, and reading phones takes a while.
  const sent = Object.keys(fields)
    .slice(0, 100)
    .filter((name) => name !== apiName);
  const meant =
    sent.find((name) => nearest(name, [apiName]) !== undefined) ??
    (type === 'text' ? undefined : sent.find((name) => fits(own(fields, name))));
  return meant ? `send ${quote(meant)} as \`${apiName}\`` : `send \`${apiName}\` among the fields`;

  function fits(value: unknown): boolean {
    return fieldTypes[type](value, { ...rules, label: labelOf(apiName) }).ok;
  }
}
