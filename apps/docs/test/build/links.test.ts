import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { redocAnchor } from '../../src/redoc/address.ts';
import { apis, dist, operations, pages, redocPages } from '../fixtures/site.ts';

const idsOf = new Map<string, Set<string>>();

/** The IDs on a page. For a Redoc page they include those of its operations, which its script renders. */
function ids(path: string): Set<string> {
  const cached = idsOf.get(path);
  if (cached) return cached;
  const text = readFileSync(join(dist, path), 'utf8');
  const found = new Set(
    [...text.matchAll(/ (?:data-section-)?id="([^"]+)"/g)].map(([, id = '']) => textOf(id)),
  );
  for (const operation of operations) {
    if (path === `/${operation.api}/redoc/index.html`) found.add(redocAnchor(operation));
  }
  idsOf.set(path, found);
  return found;
}

function textOf(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"');
}

/** The broken links of a file. */
function brokenLinks(path: string, text: string, pattern: RegExp): string[] {
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

it.each(pages)('no link or anchor of %s is broken', (path) => {
  const text = readFileSync(join(dist, path, 'index.html'), 'utf8');
  expect(
    brokenLinks(path, text, / (?:href|src)="([^"]*)"/g).filter((link) => link !== '#/'),
  ).toEqual([]);
});

describe('llms.txt, Markdown and the sitemap', () => {
  const markdown = /\]\(([^)\s]+)\)/g;

  it('no link of a Markdown page is broken', () => {
    for (const { api, id } of operations) {
      const path = `/${api}/${id}.md`;
      expect(brokenLinks(path, readFileSync(join(dist, path), 'utf8'), markdown), path).toEqual([]);
    }
    for (const path of pages.filter((page) => /^\/guides\/./.test(page))) {
      const file = path.replace(/\/$/, '.md');
      // In code, `list[0](value)` looks like a link.
      const prose = readFileSync(join(dist, file), 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');
      expect(brokenLinks(file, prose, markdown), file).toEqual([]);
    }
  });

  it('llms.txt links to every guide and operation, and no link is broken', () => {
    const text = readFileSync(join(dist, 'llms.txt'), 'utf8').replaceAll(
      'http://127.0.0.1:4000/',
      '/',
    );
    expect(brokenLinks('/llms.txt', text, markdown)).toEqual([]);
    for (const { api, id } of operations) expect(text).toContain(`(/${api}/${id}.md)`);
    for (const path of pages.filter((page) => /^\/guides\/./.test(page))) {
      expect(text).toContain(`(${path.replace(/\/$/, '.md')})`);
    }
  });

  it.each(apis)(
    'the llms.txt of the $name API lists only the operations of that API',
    ({ name }) => {
      const text = readFileSync(join(dist, name, 'llms.txt'), 'utf8').replaceAll(
        'http://127.0.0.1:4000/',
        '/',
      );
      expect(brokenLinks(`/${name}/llms.txt`, text, markdown)).toEqual([]);
      for (const { api, id } of operations) {
        expect(text.includes(`(/${api}/${id}.md)`), id).toBe(api === name);
      }
      const full = readFileSync(join(dist, name, 'llms-full.txt'), 'utf8');
      expect(full.length).toBeGreaterThan(text.length * 5);
      expect(full).not.toMatch(/^undefined$/m);
    },
  );

  it('every page except the Redoc pages links to its Markdown version', () => {
    for (const path of pages.filter((it) => !redocPages.includes(it))) {
      const text = readFileSync(join(dist, path, 'index.html'), 'utf8');
      const [, file = ''] =
        text.match(/<link rel="alternate" type="text\/markdown" href="([^"]+)"/) ?? [];
      expect(existsSync(join(dist, path, file)), path).toBe(true);
      expect(text, path).toContain('View as Markdown');
    }
  });

  it('the sitemap lists every page once', () => {
    const text = readFileSync(join(dist, 'sitemap.xml'), 'utf8');
    const locations = [...text.matchAll(/<loc>http:\/\/127\.0\.0\.1:4000([^<]+)</g)].map(
      ([, it]) => it,
    );
    expect(locations.toSorted()).toEqual(pages);
  });

  it('every page has a canonical address, a unique title and a description', () => {
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
