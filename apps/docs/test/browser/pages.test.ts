import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { writeFiles } from '../../src/build/files.ts';
import { buildSite } from '../../src/build/site.ts';
import { serveDocs } from '../../src/index.ts';
import { redocAnchor } from '../../src/redoc/address.ts';
import { apis, dist, pages, redocPages } from '../fixtures/site.ts';
import { noRedoc, smallSource } from '../fixtures/small-source.ts';
import { colorRules, type Violation, violations } from './axe.ts';
import { openBrowser } from './open-site.ts';
import { ofRedoc } from './redoc-violations.ts';
import { plainHost } from './static-host.ts';
import { visit } from './visitor.ts';

const browser = await openBrowser();

it('a page that breaks the rules of this test is caught', async () => {
  const page = `<meta http-equiv="Content-Security-Policy" content="script-src 'none'">
    <img src="http://127.0.0.1:9/foreign.png"><script>nothing()</script>`;
  const context = await browser.newContext();
  const visitor = await visit(context, `data:text/html,${page}`);
  expect(visitor.requests).toContain('http://127.0.0.1:9/foreign.png');
  expect(visitor.problems).toContain('failed: http://127.0.0.1:9/foreign.png');
  expect(visitor.problems).toContainEqual(expect.stringMatching('CSP violation script-src'));
  expect((await violations(visitor.page)).map(({ rule }) => rule)).toContain('image-alt');
  await context.close();
});

/** One page of each kind. */
const kinds = [
  '/',
  '/guides/',
  '/guides/dates/',
  '/sync/',
  '/sync/getLead/',
  '/changelog/',
  '/check/',
  ...redocPages,
];

const hosts = [
  {
    at: 'the root of our own server',
    host: () => serveDocs({ port: 0 }),
    open: [...pages, '/404.html'],
    // The pages are the same on every host.
    looks: true,
  },
  {
    at: 'a sub-path of a plain static host',
    host: () => plainHost(dist, '/some/dir'),
    open: kinds,
    looks: false,
  },
];

describe.each(hosts)('at $at', ({ host, open, looks }) => {
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
  it.concurrent.for(open)(
    `%s loads without an error, asks only its own origin${looks ? ', has no serious fault in light or dark' : ''} and fits every screen`,
    async (path, { expect }) => {
      const { page, requests, problems, close } = await visit(context, url + path);
      const isRedoc = redocPages.includes(path);
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        const contentWidth = () => page.evaluate('document.documentElement.scrollWidth');
        // Redoc rearranges itself a moment after the size has changed.
        await expect.poll(contentWidth, { message: `${width}` }).toBe(width);
      }
      const { origin } = new URL(url);
      expect(requests.filter((request) => new URL(request).origin !== origin)).toEqual([]);
      expect(problems).toEqual([]);
      expect(await page.getByRole('main').count()).toBe(1);
      if (looks && !isRedoc) {
        expect(await violations(page)).toEqual([]);
        expect(await inTheDark(page)).toEqual([]);
      }
      await close();
    },
  );
});

it('an unknown address below a sub-path says so, has a search and leads back', async () => {
  const source = { ...(await smallSource()), origin: 'https://docs.example/a/b/' };
  const files = await buildSite(source, noRedoc);
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-docs-404-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFiles(files, folder);
  const host = await plainHost(folder, '/a/b');
  onTestFinished(() => host.close());
  const context = await browser.newContext();
  const address = `${host.url}/no/such/page`;
  const { page, problems } = await visit(context, address);
  expect(problems).toEqual([`404: ${address}`, expect.stringContaining('status of 404')]);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('searchbox').fill('addNote');
  await page.locator('.results a', { hasText: 'addNote' }).first().waitFor();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('link', { name: 'Go to the start page' }).click();
  await page
    .getByRole('heading', { level: 1, name: 'A lead lands, or your code knows why not' })
    .waitFor();
  await context.close();
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

  it.each(apis)(
    'Redoc has no serious fault but those listed, at any operation of the $name API, in light and dark',
    async ({ name, operations }) => {
      const { page, close } = await visit(context, `${url}/${name}/redoc/`);
      const found: Violation[] = [];
      for (const look of [violations, inTheDark]) {
        found.push(...(await look(page)));
        // Redoc keeps the operations of one tag together, and axe reads the whole page however small the part.
        for (const ofTag of Map.groupBy(operations, ({ tag }) => tag).values()) {
          const anchors = ofTag.map(redocAnchor);
          const sections = anchors.map((anchor) => `[data-section-id="${anchor}"]`);
          for (const anchor of anchors) {
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

/** What axe has against the colors of a page where the system is dark; all else is as in light. */
async function inTheDark(page: Page, selector?: string): Promise<Violation[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  return violations(page, selector, colorRules);
}
