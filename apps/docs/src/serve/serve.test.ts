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

/** Asks for a path as it is; `fetch` would tidy it up. */
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
])('%s is served with its type and revalidated each time', async (path, type) => {
  const { status, headers } = await get(path);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toMatch(type);
  expect(headers.get('cache-control')).toBe('no-cache');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; script-src 'self' 'sha256-/,
  );
});

it('an asset can be cached forever, as its name changes with its content', async () => {
  const asset = (await (await get('/')).text()).match(/assets\/page\.[0-9A-Z]{8}\.js/)?.[0];
  const { status, headers } = await get(`/${asset}`);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toMatch('text/javascript');
  expect(headers.get('cache-control')).toMatch('immutable');
});

it('a page without its last slash is redirected, so that its relative links work', async () => {
  const { status, headers } = await get('/sync');
  expect(status).toBe(308);
  expect(headers.get('location')).toBe('sync/');
});

it('an unknown address gets the 404 page with links that work from there', async () => {
  const answer = await get('/a/b/c');
  expect(answer.status).toBe(404);
  const page = await answer.text();
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
])('%s does not lead out of the site', async (path) => {
  const { status, body } = await getRaw(path);
  expect(status).toBe(404);
  expect(body).toContain('Page not found');
});

it('a port in use is refused with the reason', async () => {
  await expect(serveDocs({ port: docs.port })).rejects.toThrow('EADDRINUSE');
});

it('closing frees the port, even while a reader keeps a connection open', async () => {
  const other = await serveDocs({ port: 0 });
  await fetch(other.url);
  await other.close();
  const again = await serveDocs({ port: other.port });
  await again.close();
});
