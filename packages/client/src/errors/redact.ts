const tokens =
  /\b(Bearer\s+)?[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\d{13}:[\da-f-]{36}|Bearer\s+\S+/gi;
const emails = /[^\s/?#&="'<>:;,()]+(@|%40)[^\s/?#&="'<>:;,()]+/gi;
// A date is no phone number.
const phones = /(?<![\w-])(?!\d{4}-\d\d-\d\d)(\+|%2B)?\d[\d\s().-]{6,}\d(?![\w-])/gi;

/**
 * A text without tokens, email addresses and phone numbers, for logs of your own. What the client
 * logs has none of them.
 *
 * @example
 * ```ts
 * import { redact } from '@telecrm/client';
 *
 * console.log(redact('jane.doe@example.com called from +91 99999 99999'));
 * ```
 */
export function redact(text: string): string {
  return text.replace(tokens, '[token]').replace(emails, '[email]').replace(phones, '[phone]');
}
