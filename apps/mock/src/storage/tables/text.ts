import { createHash } from 'node:crypto';

/** Longer text is indexed by its hash, because an index of Postgres accepts at most 2,700 bytes. */
const maxKeyLength = 150;

/** The prefix of encoded text. */
const escaped = '\u0001';

/** The key of a text in an index. Different texts have different keys. */
export function keyOf(text: string): string {
  if (text.length <= maxKeyLength && isPlain(text)) return text;
  const hash = createHash('sha256').update(JSON.stringify(text)).digest('base64');
  return `${escaped}${hash}`;
}

/** Encodes text for both databases. Postgres does not accept NUL, and neither of them a lone surrogate. */
export function encodeText(text: string): string {
  return isPlain(text) ? text : escaped + JSON.stringify(text);
}

export function decodeText(stored: string): string {
  // Only `encodeText` creates text with this prefix, followed by the JSON of a string.
  return stored.startsWith(escaped) ? JSON.parse(stored.slice(1)) : stored;
}

function isPlain(text: string): boolean {
  return !text.startsWith(escaped) && !text.includes('\0') && text.isWellFormed();
}
