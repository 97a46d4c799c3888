import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dist, pages, redocPages } from '../fixtures/site.ts';

/** The Content-Security-Policy of a page, unescaped. */
function policyOf(path: string): string {
  const text = read(path);
  const policy = text.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)?.[1] ?? '';
  return policy.replaceAll('&#39;', "'");
}

function read(path: string): string {
  return readFileSync(join(dist, path, path.endsWith('/') ? 'index.html' : ''), 'utf8');
}

/** The policy with each sequence of hashes replaced by its length. */
function withoutHashes(policy: string): string {
  return policy.replaceAll(/'sha256-[\w+/]{43}='(?: 'sha256-[\w+/]{43}=')*/g, (hashes) => {
    return `<${hashes.split(' ').length}>`;
  });
}

const plain =
  "default-src 'none'; script-src 'self' <1>; style-src 'self' <1>; img-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'";
const redoc =
  "default-src 'none'; script-src 'self' <1>; style-src 'self' <2>; " +
  "style-src-attr 'unsafe-hashes' <19>; font-src data:; img-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'";

describe('the Content-Security-Policy', () => {
  it.each(['/404.html', ...pages])('of %s allows only the expected sources', (path) => {
    expect(withoutHashes(policyOf(path))).toBe(redocPages.includes(path) ? redoc : plain);
  });

  it('in the _headers file is the policy of the Redoc pages, and forbids frames', () => {
    expect(withoutHashes(read('_headers'))).toBe(
      `/*\n  Content-Security-Policy: ${redoc}; frame-ancestors 'none'\n`,
    );
  });

  it.each(pages)('of %s contains the hash of each inline script and style', (path) => {
    const text = read(path);
    const inline = [...text.matchAll(/<(?:script|style)>([\s\S]*?)<\/(?:script|style)>/g)];
    expect(inline).toHaveLength(2);
    for (const [, content = ''] of inline) {
      const hash = createHash('sha256').update(content).digest('base64');
      expect(policyOf(path)).toContain(`'sha256-${hash}'`);
    }
  });
});
