import { createHash } from 'node:crypto';

/** The styles that stand inside pages and are allowed by their hash. */
export type InlineStyles = { attributes: Iterable<string>; elements: Iterable<string> };

/** The policy of a plain page: nothing but our own files, and only to read them. */
export function plainPolicy(inlineStyles: Iterable<string> = []): string {
  return policy([`style-src 'self' ${hashes(inlineStyles)}`.trim()]);
}

/** The policy of a page that Redoc draws on, which needs a little more. */
export function redocPolicy({ attributes, elements }: InlineStyles): string {
  const attributeHashes = hashes(attributes);
  return policy([
    // Redoc adds its rules through an element that is empty when it is created, hence the hash of nothing.
    `style-src 'self' ${hashes(['', ...elements])}`,
    attributeHashes && `style-src-attr 'unsafe-hashes' ${attributeHashes}`,
    // Redoc's style sheet carries a small icon font within itself.
    'font-src data:',
  ]);
}

function policy(styles: string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    ...styles,
    "img-src 'self'",
    // The search fetches its index.
    "connect-src 'self'",
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
