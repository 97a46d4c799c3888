import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveDocs } from '../src/index.ts';
import { colourRules, type Violation, violations } from './axe.ts';
import { openBrowser } from './open-site.ts';
import { ofRedoc } from './redoc-violations.ts';
import { apis, dist, pages, references } from './site.ts';
import { plainHost } from './static-host.ts';
import { visit } from './visitor.ts';

const browser = await openBrowser();

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

/** One page of each kind. */
const kinds = ['/', '/guides/', '/guides/dates/', '/sync/getLead/', '/changelog/', ...references];

const hosts = [
  {
    at: 'the root of our own server',
    host: () => serveDocs({ port: 0 }),
    open: [...pages, '/404.html'],
  },
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

  // One visit serves every question that is put to a page: opening it costs more than all of them.
  test.concurrent.each(open)(
    '%s loads without a complaint, asks only its own origin, fits every screen and has no serious fault in light or dark',
    async (path) => {
      const { page, requests, complaints, close } = await visit(context, url + path);
      const reference = references.includes(path);
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        // Redoc rearranges itself a moment after the size has changed.
        await page.waitForTimeout(reference ? 300 : 0);
        expect(await page.evaluate('document.documentElement.scrollWidth'), `${width}`).toBe(width);
      }
      const { origin } = new URL(url);
      expect(requests.filter((request) => new URL(request).origin !== origin)).toEqual([]);
      expect(complaints).toEqual([]);
      if (!reference) expect(await violations(page)).toEqual([]);
      if (!reference) expect(await inTheDark(page)).toEqual([]);
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

describe('in the eyes of axe', () => {
  let url: string;
  let closeHost: () => Promise<void>;
  let context: BrowserContext;

  beforeAll(async () => {
    ({ url, close: closeHost } = await serveDocs({ port: 0 }));
    context = await browser.newContext();
  });
  afterAll(async () => {
    await context.close();
    await closeHost();
  });

  test.each(apis)(
    'the $slug reference has no serious fault but those listed, at any operation, in light and dark',
    async ({ slug, operations }) => {
      const { page, close } = await visit(context, `${url}/${slug}/`);
      const found: Violation[] = [];
      for (const look of [violations, inTheDark]) {
        found.push(...(await look(page)));
        // Redoc keeps the operations of one tag together; axe looks over the whole page however little it is asked about.
        for (const ofTag of Map.groupBy(operations, ({ tag }) => tag).values()) {
          const sections = ofTag.map(({ anchor }) => `[data-section-id="${anchor}"]`);
          for (const { anchor } of ofTag) {
            await page.evaluate(`location.hash = ${JSON.stringify(anchor)}`);
            await page.locator(`[data-section-id="${anchor}"] h2`).first().waitFor();
          }
          expect(await page.locator(sections.join()).count()).toBe(ofTag.length);
          found.push(...(await look(page, sections.join())));
        }
      }
      expect(found.filter((it) => !ofRedoc(it))).toEqual([]);
      await close();
    },
    120_000,
  );
});

/** What axe has against the colours of a page where the system is dark; all else is as in light. */
async function inTheDark(page: Page, selector?: string): Promise<Violation[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  return violations(page, selector, colourRules);
}
