import { launchChromium } from '@telecrm/chromium';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveDocs } from '../src/index.ts';
import { violations } from './axe.ts';
import { ofRedoc } from './redoc-violations.ts';
import { apis, dist, pages, references } from './site.ts';
import { plainHost } from './static-host.ts';
import { visit } from './visitor.ts';

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
  const visitor = await visit(context, `data:text/html,${page}`);
  expect(visitor.requests).toContain('http://127.0.0.1:9/foreign.png');
  expect(visitor.complaints).toContain('failed: http://127.0.0.1:9/foreign.png');
  expect(visitor.complaints).toContainEqual(expect.stringMatching('CSP violation script-src'));
  expect((await violations(visitor.page)).map(({ rule }) => rule)).toContain('image-alt');
  await context.close();
});

const plain = pages.filter((path) => !references.includes(path));

/** One page of each kind. */
const kinds = ['/', '/guides/', '/guides/dates/', '/sync/getLead/', '/changelog/', ...references];

const hosts = [
  { at: 'the root of our own server', host: () => serveDocs({ port: 0 }), open: pages },
  {
    at: 'a sub-path of a plain static host',
    host: () => plainHost(dist, '/some/dir'),
    open: kinds,
  },
];

describe.each(hosts)('at $at', ({ host, open }) => {
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

  test.concurrent.each(open)(
    '%s loads without a complaint, asks only its own origin and fits every screen',
    async (path) => {
      const { page, requests, complaints, close } = await visit(context, url + path);
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        // Redoc rearranges itself a moment after the size has changed.
        await page.waitForTimeout(references.includes(path) ? 300 : 0);
        expect(await page.evaluate('document.documentElement.scrollWidth'), `${width}`).toBe(width);
      }
      const { origin } = new URL(url);
      expect(requests.filter((request) => new URL(request).origin !== origin)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  test('an address that leads nowhere says so and leads back', async () => {
    const { page, complaints, close } = await visit(context, `${url}/nowhere`);
    expect(complaints).toEqual([`404: ${url}/nowhere`, expect.stringContaining('status of 404')]);
    await page.getByRole('link', { name: 'Go to the start page' }).click();
    await page.getByRole('heading', { level: 1, name: 'Leads in.' }).waitFor();
    await close();
  });
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  let url: string;
  let closeHost: () => Promise<void>;
  let context: BrowserContext;

  beforeAll(async () => {
    ({ url, close: closeHost } = await serveDocs({ port: 0 }));
    context = await browser.newContext({ colorScheme });
  });
  afterAll(async () => {
    await context.close();
    await closeHost();
  });

  test.concurrent.each([...plain, '/404.html'])(
    '%s has no serious fault in the eyes of axe',
    async (path) => {
      const { page, close } = await visit(context, url + path);
      expect(await violations(page)).toEqual([]);
      await close();
    },
  );

  test.each(apis)(
    'the $slug reference has none but those listed, at any operation',
    async ({ slug, operations }) => {
      const { page, close } = await visit(context, `${url}/${slug}/`);
      const found = await violations(page);
      for (const { anchor } of operations) {
        await page.evaluate(`location.hash = ${JSON.stringify(anchor)}`);
        const section = `[data-section-id="${anchor}"]`;
        await page.locator(section).locator('h2').first().waitFor();
        // Light or dark fades in.
        await page.waitForTimeout(300);
        found.push(...(await violations(page, section)));
      }
      expect(found.filter((it) => !ofRedoc(it))).toEqual([]);
      await close();
    },
  );
});
