import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundlePath } from '@telecrm/spec';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readApi } from '../src/api/api.ts';
import { serveDocs } from '../src/index.ts';
import { launchChromium } from './chromium.ts';
import { plainHost } from './static-host.ts';
import { type Visitor, visit } from './visitor.ts';

const site = fileURLToPath(new URL('../dist', import.meta.url));
const apis = [
  await readApi('sync', bundlePath('sync', 'json')),
  await readApi('async', bundlePath('async', 'json')),
];
const operations = apis.flatMap((api) =>
  api.operations.map((operation) => ({ ...operation, api: api.slug })),
);

let browser: Browser;
let closeBrowser: () => Promise<void>;

beforeAll(async () => {
  ({ browser, close: closeBrowser } = await launchChromium());
});
afterAll(() => closeBrowser());

test('a page that breaks the rules of this test is caught', async () => {
  const page = `<meta http-equiv="Content-Security-Policy" content="script-src 'none'">
    <img src="http://127.0.0.1:9/foreign.png"><script>nothing()</script>`;
  const context = await browser.newContext();
  const { requests, complaints } = await visit(context, `data:text/html,${page}`);
  await context.close();
  expect(requests).toContain('http://127.0.0.1:9/foreign.png');
  expect(complaints).toContain('failed: http://127.0.0.1:9/foreign.png');
  expect(complaints).toContainEqual(expect.stringMatching('CSP violation script-src'));
});

const hosts = [
  { at: 'the root of our own server', host: () => serveDocs({ port: 0 }) },
  { at: 'a sub-path of a plain static host', host: () => plainHost(site, '/some/dir') },
];

describe.each(hosts)('at $at', ({ host }) => {
  let url: string;
  let closeHost: () => Promise<void>;
  let context: BrowserContext;

  beforeAll(async () => {
    ({ url, close: closeHost } = await host());
    context = await browser.newContext();
  });
  afterAll(async () => {
    await context.close();
    await closeHost();
  });

  async function open(path: string, look: (visitor: Visitor) => Promise<void>, width?: number) {
    const visitor = await visit(context, url + path, width);
    try {
      await look(visitor);
      expect(visitor.complaints).toEqual([]);
      const { origin } = new URL(url);
      expect(visitor.requests.filter((request) => new URL(request).origin !== origin)).toEqual([]);
    } finally {
      await visitor.close();
    }
  }

  test('the landing page says which API is for what and links to both', async () => {
    await open('/', async ({ page }) => {
      for (const { slug, title } of apis) {
        await page.locator(`.card a[href="./${slug}/"]`, { hasText: title }).waitFor();
      }
    });
  });

  test.each(['/', '/sync/', '/async/'])('%s fits a small phone', async (path) => {
    await open(
      path,
      async ({ page }) => {
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      },
      360,
    );
  });

  test.each(apis)(
    'the $title reference links back and can be searched',
    async ({ slug, operations }) => {
      await open(`/${slug}/`, async ({ page }) => {
        const wanted = operations.at(-1);
        await page.getByTestId('search-trigger').click();
        await page.keyboard.type(wanted?.summary ?? '');
        await page
          .getByTestId('search-dialog')
          .locator(`a[href^="#${wanted?.anchor}"]`)
          .first()
          .waitFor();
        await page.keyboard.press('Escape');
        await page.locator('.bar .brand').click();
        await page.getByRole('heading', { level: 1, name: 'Two APIs' }).waitFor();
        expect(new URL(page.url()).pathname).toBe(`${new URL(url).pathname.replace(/\/$/, '')}/`);
      });
    },
  );

  test.concurrent.each(operations)('$api: $id opens at its own address', async (operation) => {
    const { api, anchor, summary, method, path } = operation;
    await open(`/${api}/#${anchor}`, async ({ page }) => {
      const section = page.locator(`[data-section-id="${anchor}"]`);
      const heading = section.locator('h2').first();
      await heading.waitFor();
      expect(await heading.textContent()).toBe(summary);
      const text = (await section.textContent()) ?? '';
      expect(text).toContain(method);
      expect(text).toContain(path);
      const { y = -1 } = (await heading.boundingBox()) ?? {};
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(400);
    });
  });

  test('every operation on the landing page leads to its section', async () => {
    await open('/', async ({ page }) => {
      const links = await page.locator('.operations a').all();
      const found = await Promise.all(links.map((link) => link.getAttribute('href')));
      expect(found).toEqual(operations.map(({ api, anchor }) => `./${api}/#${anchor}`));
    });
  });

  test.each(['sync.json', 'sync.yaml', 'async.json', 'async.yaml'])(
    '%s downloads as it is in @telecrm/spec',
    async (name) => {
      const answer = await fetch(`${url}/openapi/${name}`);
      const spec = fileURLToPath(import.meta.resolve(`@telecrm/spec/${name}`));
      expect(Buffer.from(await answer.arrayBuffer()).equals(await readFile(spec))).toBe(true);
    },
  );

  test('an address that leads nowhere says so and leads back', async () => {
    const visitor = await visit(context, `${url}/nowhere`);
    const { page, complaints } = visitor;
    expect(complaints).toEqual([`404: ${url}/nowhere`, expect.stringContaining('status of 404')]);
    await page.getByRole('link', { name: 'Go to the start page' }).click();
    await page.getByRole('heading', { level: 1, name: 'Two APIs' }).waitFor();
    await visitor.close();
  });
});
