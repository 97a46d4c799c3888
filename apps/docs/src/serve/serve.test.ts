import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DocsServer, serveDocs } from './serve.ts';

let docs: DocsServer;

beforeAll(async () => {
  docs = await serveDocs({ port: 0 });
});
afterAll(() => docs.close());

const get = (path: string) => fetch(docs.url + path, { redirect: 'manual' });

/** Requests a path without the normalization of `fetch`. */
async function getRaw(path: string): Promise<{ status: number | undefined; body: string }> {
  const sent = request({ port: docs.port, path }).end();
  const [response] = await once(sent, 'response');
  return { status: response.statusCode, body: await text(response) };
}

it.each([
  ['/', 'text/html'],
  ['/sync/', 'text/html'],
  ['/openapi/sync.json', 'application/json'],
  ['/openapi/sync.yaml', 'application/yaml'],
])('serves %s with its type, to be revalidated each time', async (path, type) => {
  const { status, headers } = await get(path);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toMatch(type);
  expect(headers.get('cache-control')).toBe('no-cache');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; script-src 'self' 'sha256-/,
  );
});

it('lets browsers cache assets forever, because their names contain a hash', async () => {
  const asset = (await (await get('/')).text()).match(/assets\/page\.[0-9a-f]{12}\.js/)?.[0];
  const { status, headers } = await get(`/${asset}`);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toMatch('text/javascript');
  expect(headers.get('cache-control')).toMatch('immutable');
});

it('redirects to the URL with a trailing slash, so that relative links work', async () => {
  const { status, headers } = await get('/sync');
  expect(status).toBe(308);
  expect(headers.get('location')).toBe('sync/');
});

it('serves the 404 page at unknown URLs, with links that work there', async () => {
  const response = await get('/a/b/c');
  expect(response.status).toBe(404);
  const page = await response.text();
  expect(page).toContain('Page not found');
  expect(page).toContain('href="/sync/"');
  expect(page).not.toContain('href="./');
});

it.each([
  '/../package.json',
  '/..%2fpackage.json',
  '/%2e%2e/package.json',
  '/assets/..%5c..%5cpackage.json',
  '//package.json',
  '/%',
  '/%00',
])('does not serve files outside of the site: %s', async (path) => {
  const { status, body } = await getRaw(path);
  expect(status).toBe(404);
  expect(body).toContain('Page not found');
});

it('rejects if the port is in use', async () => {
  await expect(serveDocs({ port: docs.port })).rejects.toThrow('EADDRINUSE');
});

it('releases the port when it is closed, even with open connections', async () => {
  const other = await serveDocs({ port: 0 });
  await fetch(other.url);
  await other.close();
  const again = await serveDocs({ port: other.port });
  await again.close();
});
