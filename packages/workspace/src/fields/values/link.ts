import { invalidValue, type ParseField, valid } from '../field-result.ts';

/**
 * A URL with `http` or `https`; the docs give no other rule. Whether a media link is publicly reachable is not checked.
 */
export const parseLink: ParseField = (value) => {
  if (typeof value === 'string' && isLink(value)) return valid(value);
  const fix =
    typeof value === 'string' && isLink(`https://${value}`)
      ? `send "https://${value.slice(0, 60)}"`
      : 'send a whole URL, such as "https://example.com"';
  return invalidValue('must be a URL', fix);
};

function isLink(text: string): boolean {
  return /^https?:\/\/[^\s/]\S*$/i.test(text) && URL.canParse(text);
}
