import { launchChromium } from '@telecrm/chromium';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { serveDocs } from '../../src/index.ts';

/** Launches a browser for the tests of a file. */
export async function openBrowser(): Promise<Browser> {
  const { browser, close } = await launchChromium();
  afterAll(close);
  return browser;
}

/** Serves the built site with the server of this package for the tests of a file. */
export async function openSite(): Promise<string> {
  const { url, close } = await serveDocs({ port: 0 });
  afterAll(close);
  return url;
}

/** Waits until the page's script, which loads after the first paint, has initialized the page. */
export async function whenReady(page: Page): Promise<void> {
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
}

/** Holds the response to the request for a file until the returned function is called. */
export async function holdFile(page: Page, name: 'check-text' | 'page' | 'search-index' | 'try') {
  const released = Promise.withResolvers<void>();
  await page.route(new RegExp(`/${name}\\.\\w+\\.js(on)?$`), async (route) => {
    await released.promise;
    await route.continue();
  });
  return released.resolve;
}

/** Lets the first request for a file fail, as without a connection or with a broken server. Later ones succeed. */
export async function failOnce(
  page: Page,
  name: 'check' | 'check-text' | 'csv' | 'fetch-call' | 'page' | 'search' | 'try',
  { type = 'js', status }: { type?: 'css' | 'js'; status?: number | undefined } = {},
): Promise<void> {
  const file = new RegExp(`/${name}\\.\\w+\\.${type}\\b`);
  await page.route(file, (route) => (status ? route.fulfill({ status }) : route.abort()), {
    times: 1,
  });
}

/** Keeps the messages that the page would remove after a moment, so that a slow test finds them, too. */
export async function keepMessages(page: Page): Promise<void> {
  await page.evaluate('window.setTimeout = () => 0');
}

/** Serves the built site for the tests of a file. `open` opens each page in a new browser context. */
export async function openDocs() {
  const browser = await openBrowser();
  const url = await openSite();
  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(url + path, { waitUntil: 'load' });
    if (options.javaScriptEnabled !== false) await whenReady(page);
    return page;
  }
  return { url, open };
}
