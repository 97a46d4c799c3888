// `max` knows each country's numbers, not only their lengths: without that an American number with its country code
// but no plus passes for an Indian one.
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describeType } from '../../text/format.ts';
import { invalidValue, type ParseField, valid } from '../field-result.ts';

/**
 * Country code and national number, stored as digits. A leading `+` and the usual separators are taken. A number
 * without a country code gets the workspace's; one that only makes sense with its first digits as a country code is
 * read so.
 */
export const parsePhone: ParseField = (value, { label, defaultCountry }) => {
  const digits = typeof value === 'string' ? phoneDigits(value, defaultCountry) : undefined;
  if (digits !== undefined) return valid(digits);
  const fix =
    typeof value === 'string' && value !== ''
      ? 'send country code and national number, such as 919999999999'
      : `send a string of digits, such as "919999999999", instead of ${describeType(value)}`;
  return invalidValue(`${label} is invalid`, fix);
};

function phoneDigits(text: string, country: string): string | undefined {
  const phone = text.trim();
  if (phone.length > 40 || !/^\+?[\d\s().\-/]+$/.test(phone)) return undefined;
  const results = phone.startsWith('+') ? [phone] : [phone, `+${phone}`];
  for (const result of results) {
    const parsed = parsePhoneNumberFromString(result, {
      ...(isSupportedCountry(country) && { defaultCountry: country }),
      extract: false,
    });
    if (parsed?.isValid()) return parsed.number.slice(1);
  }
  return undefined;
}

export function isCountry(code: string): boolean {
  return isSupportedCountry(code);
}
