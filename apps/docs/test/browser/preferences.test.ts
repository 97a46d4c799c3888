import { describe, expect, it } from 'vitest';
import { holdFile, openDocs, whenReady } from './open-site.ts';
import { displayedColorScheme, visibleText } from './text.ts';

const { url, open } = await openDocs();

describe('light and dark', () => {
  it('are toggled by a button, apply to every page and never flash', async () => {
    const page = await open('/', { colorScheme: 'light' });
    expect(await displayedColorScheme(page)).toBe('light');
    await page.locator('.theme-switch').click();
    expect(await displayedColorScheme(page)).toBe('dark');
    await page.addInitScript(`new MutationObserver((_, observer) => {
      if (!document.body) return;
      window.__classAtBody = document.documentElement.className;
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });`);
    for (const path of ['/guides/dates/', '/sync/redoc/', '/sync/getLead/']) {
      await page.goto(url + path, { waitUntil: 'networkidle' });
      expect(await page.evaluate('window.__classAtBody'), path).toBe('dark');
      expect(await displayedColorScheme(page), path).toBe('dark');
    }
    await page.locator('.theme-switch').click();
    expect(await displayedColorScheme(page)).toBe('light');
    expect(await page.evaluate(`localStorage.getItem('redoc.colorMode')`)).toBe(null);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => displayedColorScheme(page)).toBe('dark');
    await page.goto(`${url}/async/redoc/`, { waitUntil: 'networkidle' });
    await page.locator('.theme-switch').click();
    expect(await displayedColorScheme(page)).toBe('light');
    await page.context().close();
  });
});

it('the selected sample language applies to every page', async () => {
  const page = await open('/sync/createLead/');
  await page.locator('.tabs').first().getByText('PHP', { exact: true }).click();
  await page.goto(`${url}/sync/searchLeads/`);
  await expect.poll(() => visibleText(page.locator('.tabs').first())).toContain('<?php');
  await page.context().close();
});

it('a language that is chosen before the script of the page has loaded applies to all samples and pages', async () => {
  const page = await open('/404.html');
  const release = await holdFile(page, 'page');
  await page.goto(`${url}/sync/createLead/`);
  await page.locator('.tabs').first().getByText('PHP', { exact: true }).click();
  expect(await visibleText(page.locator('.tabs').last())).toContain('<?php');
  release();
  await whenReady(page);
  await page.goto(`${url}/sync/searchLeads/`);
  expect(await visibleText(page.locator('.tabs').first())).toContain('<?php');
  await page.context().close();
});

it('Redoc shows samples in the language selected on another page', async () => {
  const page = await open('/sync/createLead/');
  await page.locator('.tabs').first().getByText('Python', { exact: true }).click();
  await page.goto(`${url}/sync/redoc/#/leads/createlead`);
  const section = page.locator('[data-section-id="/leads/createlead"]');
  await section.getByText('import urllib.request').first().waitFor();
  await page.context().close();
});
