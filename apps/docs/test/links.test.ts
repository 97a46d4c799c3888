import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dist, operations, pages } from './site.ts';

const idsOf = new Map<string, Set<string>>();

/** The IDs on a page; a reference gets those of its operations too, which its script draws. */
function ids(path: string): Set<string> {
  const known = idsOf.get(path);
  if (known) return known;
  const text = readFileSync(join(dist, path), 'utf8');
  const found = new Set(
    [...text.matchAll(/ (?:data-section-)?id="([^"]+)"/g)].map(([, id = '']) => textOf(id)),
  );
  for (const { api, anchor } of operations) {
    if (path === `/${api}/index.html`) found.add(anchor);
  }
  idsOf.set(path, found);
  return found;
}

function textOf(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"');
}

/** What is wrong with the links of a file. */
function broken(path: string, text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, link = '']) => {
    const url = new URL(textOf(link), `http://site${path}`);
    if (url.host !== 'site') return [];
    const file = url.pathname.endsWith('/') ? `${url.pathname}index.html` : url.pathname;
    if (!existsSync(join(dist, decodeURIComponent(file)))) return [link];
    const anchor = decodeURIComponent(url.hash.slice(1));
    if (!anchor || !file.endsWith('.html')) return [];
    return ids(file).has(anchor) ? [] : [link];
  });
}

test.each(pages)('every link and anchor of %s leads somewhere', (path) => {
  const text = readFileSync(join(dist, path, 'index.html'), 'utf8');
  expect(broken(path, text, / (?:href|src)="([^"]*)"/g).filter((link) => link !== '#/')).toEqual(
    [],
  );
});

describe('the files for machines', () => {
  const markdown = /\]\(([^)\s]+)\)/g;

  test('every Markdown twin links to what exists', () => {
    for (const { api, id } of operations) {
      const path = `/${api}/${id}.md`;
      expect(broken(path, readFileSync(join(dist, path), 'utf8'), markdown), path).toEqual([]);
    }
    for (const path of pages.filter((page) => /^\/guides\/./.test(page))) {
      const twin = path.replace(/\/$/, '.md');
      expect(broken(twin, readFileSync(join(dist, twin), 'utf8'), markdown), twin).toEqual([]);
    }
  });

  test('llms.txt names every guide and operation, by addresses that exist', () => {
    const text = readFileSync(join(dist, 'llms.txt'), 'utf8').replaceAll(
      'http://127.0.0.1:4000/',
      '/',
    );
    expect(broken('/llms.txt', text, markdown)).toEqual([]);
    for (const { api, id } of operations) expect(text).toContain(`(/${api}/${id}.md)`);
    for (const path of pages.filter((page) => /^\/guides\/./.test(page))) {
      expect(text).toContain(`(${path.replace(/\/$/, '.md')})`);
    }
  });

  test('the site map has every page once', () => {
    const text = readFileSync(join(dist, 'sitemap.xml'), 'utf8');
    const listed = [...text.matchAll(/<loc>http:\/\/127\.0\.0\.1:4000([^<]+)</g)].map(
      ([, it]) => it,
    );
    expect(listed.toSorted()).toEqual(pages);
  });

  test('every page names its canonical address, and has a title and a description of its own', () => {
    const titles = pages.map((path) => {
      const text = readFileSync(join(dist, path, 'index.html'), 'utf8');
      expect(text).toContain(`<link rel="canonical" href="http://127.0.0.1:4000${path}">`);
      expect(
        text.match(/<meta property="og:description" content="([^"]*)"/)?.[1]?.length,
        path,
      ).toBeGreaterThan(20);
      return text.match(/<title>([^<]+)/)?.[1];
    });
    expect(new Set(titles).size).toBe(pages.length);
  });
});
