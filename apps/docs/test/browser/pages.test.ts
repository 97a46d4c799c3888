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
import { isKnownRedocViolation } from './redoc-violations.ts';
import { startStaticHost } from './static-host.ts';
import { visit } from './visit.ts';

const browser = await openBrowser();

it('a failed request, a CSP violation and an accessibility violation are detected', async () => {
  const page = `<meta http-equiv="Content-Security-Policy" content="script-src 'none'">
    <img src="http://127.0.0.1:9/foreign.png"><script>nothing()</script>`;
  const context = await browser.newContext();
  const broken = await visit(context, `data:text/html,${page}`);
  expect(broken.requests).toContain('http://127.0.0.1:9/foreign.png');
  expect(broken.problems).toContain('failed: http://127.0.0.1:9/foreign.png');
  expect(broken.problems).toContainEqual(expect.stringMatching('CSP violation script-src'));
  expect((await violations(broken.page)).map(({ rule }) => rule)).toContain('image-alt');
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
    checkAccessibility: true,
  },
  {
    at: 'a sub-path of a plain static host',
    host: () => startStaticHost(dist, '/some/dir'),
    open: kinds,
    checkAccessibility: false,
  },
];

describe.each(hosts)('at $at', ({ host, open, checkAccessibility }) => {
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

  // All checks of a page share one visit, because loading the page takes longer than the checks.
  it.concurrent.for(open)(
    `%s loads without an error, sends requests only to its own origin${checkAccessibility ? ', is accessible in light and dark mode' : ''} and fits every screen width`,
    async (path, { expect }) => {
      const { page, requests, problems, close } = await visit(context, url + path);
      const isRedoc = redocPages.includes(path);
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        const contentWidth = () => page.evaluate('document.documentElement.scrollWidth');
        // Redoc updates its layout some time after the viewport has changed.
        await expect.poll(contentWidth, { message: `${width}` }).toBe(width);
      }
      const { origin } = new URL(url);
      expect(requests.filter((request) => new URL(request).origin !== origin)).toEqual([]);
      expect(problems).toEqual([]);
      expect(await page.getByRole('main').count()).toBe(1);
      if (checkAccessibility && !isRedoc) {
        expect(await violations(page)).toEqual([]);
        expect(await darkModeColorViolations(page)).toEqual([]);
      }
      await close();
    },
  );
});

it('the 404 page below a sub-path has a working search and a link to the start page', async () => {
  const source = { ...(await smallSource()), origin: 'https://docs.example/a/b/' };
  const files = await buildSite(source, noRedoc);
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-docs-404-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFiles(files, folder);
  const host = await startStaticHost(folder, '/a/b');
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

describe('the accessibility of Redoc', () => {
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
    'has only known serious violations on any operation of the $name API, in light and dark mode',
    async ({ name, operations }) => {
      const { page, close } = await visit(context, `${url}/${name}/redoc/`);
      const found: Violation[] = [];
      for (const check of [violations, darkModeColorViolations]) {
        found.push(...(await check(page)));
        // Redoc shows all operations of a tag together, and axe-core takes equally long for any part of the page.
        for (const ofTag of Map.groupBy(operations, ({ tag }) => tag).values()) {
          const anchors = ofTag.map(redocAnchor);
          const sections = anchors.map((anchor) => `[data-section-id="${anchor}"]`);
          for (const anchor of anchors) {
            await page.evaluate(`location.hash = ${JSON.stringify(anchor)}`);
            await page.locator(`[data-section-id="${anchor}"] h2`).first().waitFor();
          }
          expect(await page.locator(sections.join()).count()).toBe(ofTag.length);
          found.push(...(await check(page, sections.join())));
        }
      }
      expect(found.filter((it) => !isKnownRedocViolation(it))).toEqual([]);
      await close();
    },
    120_000,
  );
});

/** The violations in dark mode, checked with the color rules only: nothing else differs from light mode. */
async function darkModeColorViolations(page: Page, selector?: string): Promise<Violation[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  return violations(page, selector, colorRules);
}
