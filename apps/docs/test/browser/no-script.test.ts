import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guides, pages } from '../fixtures/site.ts';
import { openDocs } from './open-site.ts';
import { displayedColorScheme, visibleText } from './text.ts';

const { url, open } = await openDocs();

describe('with JavaScript disabled', () => {
  let reader: Page;
  beforeAll(async () => {
    reader = await open('/', { javaScriptEnabled: false });
  });
  afterAll(() => reader.context().close());

  it.each(pages)(
    '%s shows its heading and its text, and no control that needs a script',
    async (path) => {
      await reader.goto(url + path);
      expect(await reader.locator('h1').count()).toBeGreaterThan(0);
      const text = await visibleText(reader.locator('#content'));
      expect(text.length).toBeGreaterThan(300);
      expect(await reader.locator('.tool:visible').count()).toBe(0);
    },
  );

  it('an operation page shows its samples in the selected language', async () => {
    const page = await open('/sync/searchLeads/', { javaScriptEnabled: false });
    const sample = page.locator('.tabs').first();
    expect(await visibleText(sample)).toContain("curl 'http");
    await sample.getByText('Python').click();
    expect(await visibleText(sample)).toContain('import urllib.request');
    expect(await visibleText(sample)).not.toContain("curl 'http");
    const examples = page.getByLabel('Example');
    const last = (await examples.locator('option').allTextContents()).at(-1) ?? '';
    const before = await visibleText(sample);
    await examples.selectOption(last);
    expect(await visibleText(sample)).not.toBe(before);
    await page.context().close();
  });

  it('a Redoc page links to the guides and to the plain operation pages', async () => {
    const page = await open('/sync/redoc/', { javaScriptEnabled: false });
    for (const { title } of guides.filter(
      ({ apis, group }) => apis.includes('sync') && group !== 'tools',
    )) {
      expect(await page.getByRole('link', { name: title }).count(), title).toBeGreaterThan(0);
    }
    await page.getByText('Every operation has a plain page').waitFor();
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)(
    'the site follows the %s color scheme of the system',
    async (colorScheme) => {
      const page = await open('/', { javaScriptEnabled: false, colorScheme });
      expect(await displayedColorScheme(page)).toBe(colorScheme);
      await page.context().close();
    },
  );
});
