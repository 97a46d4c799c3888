import { createHash } from 'node:crypto';

/** A content hash of the texts, in order: 12 hexadecimal digits. */
export function fingerprintOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) {
    hash.update(`${text.length}:`).update(text);
  }
  return hash.digest('hex').slice(0, 12);
}
