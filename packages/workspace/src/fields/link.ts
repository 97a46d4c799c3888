import { misfit, type ReadField, store } from './reading.ts';

/**
 * A URL, `http` or `https`; the docs give no other rule. That a media link must be publicly reachable cannot be told
 * from its text.
 */
export const readLink: ReadField = (value, { label }) => {
  if (typeof value === 'string' && isLink(value)) return store(value);
  const fix =
    typeof value === 'string' && isLink(`https://${value}`)
      ? `send "https://${value.slice(0, 60)}"`
      : 'send a whole URL, such as "https://example.com"';
  return misfit(`${label} must be a URL`, fix);
};

function isLink(text: string): boolean {
  return /^https?:\/\/[^\s/]+\S*$/i.test(text) && URL.canParse(text);
}
