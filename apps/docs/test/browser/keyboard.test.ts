import { describe, expect, it } from 'vitest';
import { openDocs } from './open-site.ts';

const { open } = await openDocs();

describe('keyboard navigation', () => {
  it.each([
    '/',
    '/guides/quickstart/',
    '/sync/',
    '/sync/createLead/',
    '/check/',
    '/changelog/',
    '/sync/redoc/#/leads/searchleads',
  ])(
    'reaches every control on %s with a visible focus ring',
    async (path) => {
      const page = await open(path);
      if (path.includes('/redoc/')) await page.locator('pre[tabindex]').first().waitFor();
      const expected = await page.evaluate<number>(tabStops);
      const reached = new Set<string>();
      for (let i = 0; i < expected + 20; i++) {
        await page.keyboard.press('Tab');
        const { name, hasOutline } = await page.evaluate<{ name: string; hasOutline: boolean }>(
          focused,
        );
        if (name !== '') reached.add(name);
        if (!path.includes('/redoc/')) expect(hasOutline, name).toBe(true);
      }
      expect(reached.size).toBeGreaterThanOrEqual(expected);
      await page.context().close();
    },
    120_000,
  );
});

/** The expected number of tab stops; a group of radio buttons counts as one. */
const tabStops = `(() => {
  const found = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
    .filter((it) => it.checkVisibility({ visibilityProperty: true }) && !it.disabled && it.tabIndex >= 0);
  const radios = new Set(found.filter((it) => it.type === 'radio').map((it) => it.name));
  found.forEach((it, i) => { it.dataset.stop = it.type === 'radio' ? it.name : String(i); });
  return found.filter((it) => it.type !== 'radio').length + radios.size;
})()`;

const focused = `(() => {
  const it = document.activeElement;
  if (!it || it === document.body) return { name: '', hasOutline: true };
  const shown = it.type === 'radio' ? it.nextElementSibling : it;
  const { outlineStyle } = getComputedStyle(shown);
  return { name: it.dataset.stop ?? it.outerHTML, hasOutline: outlineStyle !== 'none' };
})()`;
