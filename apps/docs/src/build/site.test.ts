import { expect, test } from 'vitest';
import { smallBundle, smallSource } from '../../test/small-bundles.ts';
import { buildSite, type Source } from './site.ts';

async function pagesOf(source: Source): Promise<[path: string, markup: string][]> {
  const files = await buildSite(source);
  return [...files]
    .filter(([path]) => path.endsWith('.html'))
    .map(([path, content]) => [path, String(content)]);
}

test('every page is there, says its title and the fingerprint', async () => {
  const pages = await pagesOf(await smallSource());
  expect(pages.map(([path]) => path).sort()).toEqual([
    '404.html',
    'async/addNote/index.html',
    'async/index.html',
    'async/listNotes/index.html',
    'changelog/index.html',
    'guides/index.html',
    'guides/notes/index.html',
    'index.html',
    'sync/addNote/index.html',
    'sync/index.html',
    'sync/listNotes/index.html',
  ]);
  for (const [, markup] of pages) {
    expect(markup).toMatch(/<html lang="en">[\s\S]*<title>[^<]+<\/title>/);
    expect(markup).toContain('<code>0123456789ab</code>');
  }
});

test('pages refer to their own site by relative links only', async () => {
  for (const [path, markup] of await pagesOf(await smallSource())) {
    const shown = markup.replace(/<link rel="canonical"[^>]*>/, '');
    const links = [...shown.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, link]) => link);
    const foreign = links.filter((link) => !/^(\.\.?\/|#)/.test(link ?? ''));
    // Redoc credits its maker; that link is followed only by a click.
    expect(foreign, path).toEqual(
      foreign.filter((link) => link === 'https://redocly.com/redoc/').slice(0, 1),
    );
  }
});

test('what a bundle says cannot become markup of the landing page', async () => {
  const source = await smallSource();
  const page = String((await buildSite(source)).get('index.html'));
  expect(page).toContain('Add a note&#39;s text');
});

test('building twice gives the same bytes', async () => {
  const source = await smallSource();
  expect(await buildSite(source)).toEqual(await buildSite(source));
});

test.each([
  ['is no JSON', '{"openapi":', /sync\.json: .*JSON/],
  ['lacks an info', '{"openapi":"3.1.0"}', /sync\.json: .*info|title/],
  [
    'is no OpenAPI',
    JSON.stringify({ ...smallBundle('x'), openapi: undefined }),
    /sync\.json: redocly build-docs: Unsupported specification/,
  ],
])('a bundle that %s is named with the reason, on one line', async (_, text, message) => {
  const error = await buildSite(await smallSource({ sync: text })).catch((reason) => reason);
  expect(error.message).toMatch(message);
  expect(error.message).not.toContain('\n');
});

test('a bundle that is missing is named', async () => {
  const source = await smallSource();
  source.bundles.async.json = '/nowhere/async.json';
  await expect(buildSite(source)).rejects.toThrow('/nowhere/async.json: ENOENT');
});
