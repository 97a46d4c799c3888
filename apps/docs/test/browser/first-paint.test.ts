import { describe, expect, it } from 'vitest';
import { openReader } from './open-site.ts';

const { url, open } = await openReader();

describe('the first paint', () => {
  /** What the page leaves out while it is read, and how far things have moved once it is there. */
  async function watch(path: string, again = false) {
    const page = await open('/404.html');
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
    await page.locator('html:not([data-early])').waitFor({ state: 'attached' });
    const found = await page.evaluate<{ early: boolean; moved: number }>('({ early, moved })');
    await page.context().close();
    return found;
  }

  it.each(['/sync/createLead/', '/guides/pitfalls/'])(
    'of %s leaves out what is off the screen, which then moves nothing',
    async (path) => {
      expect(await watch(path)).toEqual({ early: true, moved: 0 });
    },
  );

  it('leaves out nothing for a reader who comes to an anchor or back to a page', async () => {
    expect(await watch('/sync/createLead/#responses')).toMatchObject({ early: false });
    expect(await watch('/sync/createLead/', true)).toMatchObject({ early: false });
  });
});
