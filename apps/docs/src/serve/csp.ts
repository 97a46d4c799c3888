import { createHash } from 'node:crypto';

/** The styles that stand inside pages and are allowed by their hash. */
export type InlineStyles = { attributes: Iterable<string>; elements: Iterable<string> };

/**
 * The strictest policy the site lives with: scripts, styles and pictures are files of our own, and no page
 * talks to anything.
 */
export function contentSecurityPolicy({ attributes, elements }: InlineStyles): string {
  const attributeHashes = hashes(attributes);
  return [
    "default-src 'none'",
    "script-src 'self'",
    // Redoc adds its rules through an element that is empty when it is created, hence the hash of nothing.
    `style-src 'self' ${hashes(['', ...elements])}`,
    attributeHashes && `style-src-attr 'unsafe-hashes' ${attributeHashes}`,
    "img-src 'self'",
    // Redoc's style sheet carries a small icon font within itself.
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ]
    .filter(Boolean)
    .join('; ');
}

function hashes(texts: Iterable<string>): string {
  return [...new Set(texts)]
    .map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    .sort()
    .join(' ');
}
