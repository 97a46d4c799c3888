import { describe, expect, it } from 'vitest';
import { openReader } from './open-site.ts';

const { open } = await openReader();

describe('by keyboard', () => {
  it.each([
    '/',
    '/guides/quickstart/',
    '/sync/',
    '/sync/createLead/',
    '/check/',
    '/changelog/',
    '/sync/redoc/#/leads/searchleads',
  ])(
    'everything on %s that can be used is reached, and seen to be',
    async (path) => {
      const page = await open(path);
      if (path.includes('/redoc/')) await page.locator('pre[tabindex]').first().waitFor();
      const wanted = await page.evaluate<number>(tabStops);
      const reached = new Set<string>();
      for (let i = 0; i < wanted + 20; i++) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate<{ name: string; seen: boolean }>(focused);
        if (at.name !== '') reached.add(at.name);
        if (!path.includes('/redoc/')) expect(at.seen, at.name).toBe(true);
      }
      expect(reached.size).toBeGreaterThanOrEqual(wanted);
      await page.context().close();
    },
    120_000,
  );
});

/** How many stops the Tab key should make: a group of radio buttons is one. */
const tabStops = `(() => {
  const found = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
    .filter((it) => it.checkVisibility({ visibilityProperty: true }) && !it.disabled && it.tabIndex >= 0);
  const radios = new Set(found.filter((it) => it.type === 'radio').map((it) => it.name));
  found.forEach((it, i) => { it.dataset.stop = it.type === 'radio' ? it.name : String(i); });
  return found.filter((it) => it.type !== 'radio').length + radios.size;
})()`;

const focused = `(() => {
  const it = document.activeElement;
  if (!it || it === document.body) return { name: '', seen: true };
  const shown = it.type === 'radio' ? it.nextElementSibling : it;
  return { name: it.dataset.stop ?? it.outerHTML, seen: getComputedStyle(shown).outlineStyle !== 'none' };
})()`;
