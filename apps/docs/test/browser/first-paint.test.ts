import { describe, expect, it } from 'vitest';
import { openReader, whenReady } from './open-site.ts';

const { url, open } = await openReader();

describe('the first paint', () => {
  /** What the page leaves out while it is read, and how far things have moved once it is there. */
  async function watch(path: string, again = false, viewport = { width: 1280, height: 900 }) {
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
    'of %s leaves out what is off the screen, which then moves nothing',
    async (path) => {
      for (const screen of screens) {
        expect(await watch(path, false, screen)).toEqual({ early: true, moved: 0 });
      }
    },
  );

  it('is not waited for by what it leaves out: a script that does not arrive takes no text away', async () => {
    const page = await open('/404.html');
    await page.route(/\/page\.\w+\.js/, (route) => route.abort());
    await page.goto(`${url}/guides/pitfalls/`);
    await page.locator('html:not([data-early])').waitFor({ state: 'attached' });
    await page.locator('.turn').waitFor();
    await page.context().close();
  });

  it('leaves out nothing for a reader who comes to an anchor or back to a page', async () => {
    expect(await watch('/sync/createLead/#responses')).toMatchObject({ early: false });
    expect(await watch('/sync/createLead/', true)).toMatchObject({ early: false });
  });
});
