import { describe, expect, it } from 'vitest';
import { failOnce, openDocs, whenReady } from './open-site.ts';

const { url, open } = await openDocs();

describe('the first paint', () => {
  /** Whether the page skips off-screen content while it loads, and the sum of its layout shifts. */
  async function loadPage(path: string, again = false, viewport = { width: 1280, height: 900 }) {
    const page = await open('/404.html', { viewport });
    await page.addInitScript(`
      document.addEventListener('readystatechange', () => {
        window.early ??= 'early' in document.documentElement.dataset;
      });
      window.moved = 0;
      new PerformanceObserver((list) => {
        for (const { value } of list.getEntries()) window.moved += value;
      }).observe({ type: 'layout-shift', buffered: true });`);
    await page.goto(url + path, { waitUntil: 'networkidle' });
    if (again) await page.reload({ waitUntil: 'networkidle' });
    await whenReady(page);
    const found = await page.evaluate<{ early: boolean; moved: number }>('({ early, moved })');
    await page.context().close();
    return found;
  }

  const screens = [
    { width: 390, height: 844 },
    { width: 1280, height: 900 },
    { width: 1440, height: 2000 },
  ];
  it.each(['/', '/sync/createLead/', '/guides/pitfalls/', '/guides/authentication/'])(
    'of %s skips off-screen content, and rendering it later causes no layout shift',
    async (path) => {
      for (const screen of screens) {
        expect(await loadPage(path, false, screen)).toEqual({ early: true, moved: 0 });
      }
    },
  );

  it('shows the skipped content even if the script fails to load', async () => {
    const page = await open('/404.html');
    await page.route(/\/page\.\w+\.js/, (route) => route.abort());
    await page.goto(`${url}/guides/pitfalls/`);
    await page.locator('html:not([data-early])').waitFor({ state: 'attached' });
    await page.locator('.page-nav').waitFor();
    await page.context().close();
  });

  it('loads the script of the page again if it could not be loaded', async () => {
    const page = await open('/404.html');
    await failOnce(page, 'page');
    await page.goto(`${url}/guides/dates/`);
    await whenReady(page);
    await page.locator('.search-open').click();
    await page.getByRole('searchbox').waitFor();
    await page.context().close();
  });

  it('skips nothing when a reader opens an anchor or reloads a page', async () => {
    expect(await loadPage('/sync/createLead/#responses')).toMatchObject({ early: false });
    expect(await loadPage('/sync/createLead/', true)).toMatchObject({ early: false });
  });
});
