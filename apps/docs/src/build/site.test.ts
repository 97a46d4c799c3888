import { expect, it } from 'vitest';
import { noRedoc, smallBundle, smallSource } from '../../test/fixtures/small-source.ts';
import type { Files } from './files.ts';
import { buildSite } from './site.ts';

let built: Promise<Files> | undefined;

/** The files of the small source. They are built once for all tests, because Redoc takes seconds. */
async function smallSite(): Promise<Files> {
  const source = await smallSource();
  built ??= buildSite(source);
  return built;
}

async function smallPages(): Promise<[path: string, markup: string][]> {
  return [...(await smallSite())]
    .filter(([path]) => path.endsWith('.html'))
    .map(([path, content]) => [path, String(content)]);
}

it('builds every page with its title and the fingerprint', async () => {
  const pages = await smallPages();
  expect(pages.map(([path]) => path).sort()).toEqual([
    '404.html',
    'async/addNote/index.html',
    'async/index.html',
    'async/listNotes/index.html',
    'async/redoc/index.html',
    'changelog/index.html',
    'check/index.html',
    'guides/index.html',
    'guides/notes/index.html',
    'index.html',
    'sync/addNote/index.html',
    'sync/index.html',
    'sync/listNotes/index.html',
    'sync/redoc/index.html',
  ]);
  for (const [, markup] of pages) {
    expect(markup).toMatch(/<html lang="en"[^>]*>[\s\S]*<title>[^<]+<\/title>/);
    expect(markup).toContain('<code>0123456789ab</code>');
  }
});

it('uses only relative links within the site', async () => {
  const pages = await smallPages();
  for (const [path, markup] of pages.filter(([path]) => path !== '404.html')) {
    expect(
      linksOf(markup).filter((link) => !/^(\.\.?\/|#)/.test(link)),
      path,
      // Redoc links to its maker.
    ).toEqual(path.endsWith('redoc/index.html') ? ['https://redocly.com/redoc/'] : []);
  }
});

it('links the 404 page to the root of the site, because a host serves it at any depth', async () => {
  const source = { ...(await smallSource()), origin: 'https://docs.example/some/' };
  const files = await buildSite(source, noRedoc);
  const links = linksOf(String(files.get('404.html')));
  expect(links).toContain('/some/guides/');
  expect(links.filter((link) => !/^(\/some\/|#)/.test(link))).toEqual([]);
});

it('links to the public repository only if one is set', async () => {
  const source = await smallSource();
  for (const [path, markup] of await smallPages()) {
    expect(markup, path).not.toMatch(/Edit this page|Report a problem/);
  }
  const files = await buildSite({ ...source, repository: 'https://git.example/a/b/' }, noRedoc);
  expect(String(files.get('guides/notes/index.html'))).toContain(
    '<a href="https://git.example/a/b/edit/HEAD/spec/guides/notes.md">Edit this page</a>',
  );
  expect(String(files.get('sync/addNote/index.html'))).toContain(
    'href="https://git.example/a/b/issues/new?title=Docs%3A%20%2Fsync%2FaddNote%2F"',
  );
});

it('has an image for link previews', async () => {
  const files = await smallSite();
  const [, image = ''] =
    String(files.get('index.html')).match(
      /og:image" content="https:\/\/docs\.example\/(assets\/[^"]+\.png)"/,
    ) ?? [];
  // The signature of a PNG file.
  expect(
    Buffer.from(files.get(image) ?? '')
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});

function linksOf(markup: string): string[] {
  const shown = markup.replace(/<link rel="canonical"[^>]*>/, '');
  return [...shown.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, link = '']) => link);
}

it('escapes the markup in bundles and guides', async () => {
  const pages = await smallPages();
  for (const [path, markup] of pages.filter(([path]) => !path.endsWith('redoc/index.html'))) {
    expect(markup, path).not.toMatch(/<(b|i|mark|output)>/);
  }
  const landing = pages.find(([path]) => path === 'index.html')?.[1];
  expect(landing).toContain('Add a note&#39;s &lt;mark&gt;');
});

it('builds the same bytes each time', async () => {
  expect(await buildSite(await smallSource())).toEqual(await smallSite());
});

it.each([
  ['is not JSON', '{"openapi":', /sync\.json: .*JSON/],
  ['lacks an info', '{"openapi":"3.1.0"}', /sync\.json: .*info|title/],
  [
    'is not OpenAPI',
    JSON.stringify({ ...smallBundle('sync'), openapi: undefined }),
    /sync\.json: redocly build-docs: Unsupported specification/,
  ],
])('reports a bundle that %s, with the reason, on one line', async (_, text, message) => {
  const error = await buildSite(await smallSource({ sync: text })).catch((reason) => reason);
  expect(error.message).toMatch(message);
  expect(error.message).not.toContain('\n');
});

it('reports a missing bundle', async () => {
  const source = await smallSource();
  source.bundles.async.json = '/nowhere/async.json';
  await expect(buildSite(source)).rejects.toThrow('/nowhere/async.json: ENOENT');
});
