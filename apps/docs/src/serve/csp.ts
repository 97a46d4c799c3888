import { createHash } from 'node:crypto';

/** The inline style and script of every page. They are inline so that the first paint needs no other file. */
export interface InlineAssets {
  style: string;
  script: string;
}

/** The policy of a plain page: it allows our files, and the inline style and script by their hashes. */
export function plainPolicy({ style, script }: InlineAssets): string {
  return policy(script, [`style-src 'self' ${hashes([style])}`]);
}

/** The policy of a Redoc page, which also allows style attributes by their hashes. */
export function redocPolicy({ style, script }: InlineAssets, attributes: string[]): string {
  return policy(script, [
    // Redoc adds its rules to an empty style element, which needs the hash of an empty string.
    `style-src 'self' ${hashes(['', style])}`,
    `style-src-attr 'unsafe-hashes' ${hashes(attributes)}`,
    // Redoc's style sheet contains a small icon font.
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
  ].join('; ');
}

function hashes(texts: string[]): string {
  return [...new Set(texts)]
    .map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    .sort()
    .join(' ');
}
