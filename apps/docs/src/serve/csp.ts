import { createHash } from 'node:crypto';

/** What stands inside of every page, to be painted without waiting for another file; it is allowed by its hash. */
export type Inline = { style: string; script: string };

/** The policy of a plain page: nothing but our own files and that one style and script. */
export function plainPolicy(inline: Inline): string {
  return policy(inline.script, [`style-src 'self' ${hashes([inline.style])}`]);
}

/** The policy of a page that Redoc draws on, which needs a little more. */
export function redocPolicy(inline: Inline, attributes: Iterable<string>): string {
  const attributeHashes = hashes(attributes);
  return policy(inline.script, [
    // Redoc adds its rules through an element that is empty when it is created, hence the hash of nothing.
    `style-src 'self' ${hashes(['', inline.style])}`,
    attributeHashes && `style-src-attr 'unsafe-hashes' ${attributeHashes}`,
    // Redoc's style sheet carries a small icon font within itself.
    'font-src data:',
  ]);
}

function policy(script: string, styles: string[]): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes([script])}`,
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
