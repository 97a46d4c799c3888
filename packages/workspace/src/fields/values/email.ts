import { describeType } from '../../text/format.ts';
import { invalidValue, type ParseField, valid } from '../field-result.ts';

const name = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
const host = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
// The pattern that validators commonly use for JSON Schema's `email` format, so that stored addresses conform to the spec.
const address = new RegExp(`^${name}(?:\\.${name})*@(?:${host}\\.)+${host}$`, 'i');

export function isEmail(text: string): boolean {
  // No mail server accepts a longer address, and the limit bounds the time of matching.
  return text.length <= 254 && address.test(text);
}

/** `local@domain.tld`. Surrounding whitespace is trimmed, by the rules of lead identifiers; case is preserved. */
export const parseEmail: ParseField = (value) => {
  if (typeof value === 'string' && isEmail(value.trim())) return valid(value.trim());
  const fix =
    typeof value === 'string' && value !== ''
      ? 'send an address such as jane.doe@example.com'
      : `send an address such as jane.doe@example.com, or leave the field out instead of ${describeType(value)}`;
  return invalidValue('is invalid', fix);
};
