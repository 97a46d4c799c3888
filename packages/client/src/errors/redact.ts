import { assertArgument } from '../arguments/assert-argument.ts';

const tokens =
  /\b(Bearer\s+)?[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\d{13}:[\da-f-]{36}|Bearer\s+\S+/gi;
/** The text between the delimiters of an email address. Each part is matched once, so the time is linear. */
const words = /[^\s/?#&="'<>:;,()]+/g;
const email = /.(@|%40)./i;
// A date is not a phone number. No phone number is longer, and the limit keeps the time linear.
const phones = /(?<![\w-])(?!\d{4}-\d\d-\d\d)(\+|%2B)?\d[\d\s().-]{6,30}\d(?![\w-])/gi;

/**
 * Removes tokens, email addresses and phone numbers from a text, for your own logs. The logs of the client never
 * contain any.
 *
 * @example
 * ```ts
 * import { redact } from '@telecrm/client';
 *
 * console.log(redact('jane.doe@example.com called from +91 99999 99999'));
 * ```
 */
export function redact(text: string): string {
  assertArgument(typeof text === 'string', 'text must be a string such as String(error)', text);
  return text
    .replace(tokens, '[token]')
    .replace(words, (word) => (email.test(word) ? '[email]' : word))
    .replace(phones, '[phone]');
}
