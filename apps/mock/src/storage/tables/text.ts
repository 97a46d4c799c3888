import { createHash } from 'node:crypto';

/** Longer text is found by its hash, as an index of Postgres takes at most 2,700 bytes. */
const maxKeyLength = 150;

/** Begins what is not stored as it is. */
const escaped = '\u0001';

/** What equal text is found by in an index. Different text has different keys. */
export function keyOf(text: string): string {
  if (text.length <= maxKeyLength && isPlain(text)) return text;
  const hash = createHash('sha256').update(JSON.stringify(text)).digest('base64');
  return `${escaped}${hash}`;
}

/** Text that both databases store. Postgres takes no NUL, and neither of them half a surrogate pair. */
export function encodeText(text: string): string {
  return isPlain(text) ? text : escaped + JSON.stringify(text);
}

export function decodeText(stored: string): string {
  // Only `encodeText` begins text so, and then JSON of a string follows.
  return stored.startsWith(escaped) ? JSON.parse(stored.slice(1)) : stored;
}

function isPlain(text: string): boolean {
  return !text.startsWith(escaped) && !text.includes('\0') && text.isWellFormed();
}
