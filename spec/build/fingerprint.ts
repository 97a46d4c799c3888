import { createHash } from 'node:crypto';

/** Twelve hex digits over the texts in their order, enough to tell specs apart and short enough to read out. */
export function fingerprintOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) {
    hash.update(`${text.length}:`).update(text);
  }
  return hash.digest('hex').slice(0, 12);
}
