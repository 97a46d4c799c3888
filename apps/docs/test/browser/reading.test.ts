import { describe, expect, it } from 'vitest';
import { operations } from '../fixtures/site.ts';
import { keepMessages, openDocs } from './open-site.ts';
import { visibleText } from './text.ts';

const { url, open } = await openDocs();

describe('copying a sample', () => {
  it('uses a button with a unique name that announces the copied sample', async () => {
    const page = await open('/sync/createLead/', { permissions: ['clipboard-write'] });
    const buttons = page.locator('.copy');
    await buttons.first().waitFor({ state: 'attached' });
    const names = await buttons.evaluateAll((all) =>
      // DOM types are not available in these tests.
      all.map((button) => (button as unknown as Element).getAttribute('aria-label')),
    );
    expect(names.length).toBeGreaterThan(10);
    expect(names).toContain('Copy bash: A contact with a custom action');
    expect(new Set(names).size).toBe(names.length);
    await keepMessages(page);
    await page.getByLabel('Example').selectOption('A contact with a custom action');
    await page.getByRole('button', { name: 'Copy bash: A contact with a custom action' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: 'Copied bash: A contact with a custom action' })
      .waitFor({ state: 'attached' });
    await page.context().close();
  });

  it('is available on touch screens, which have no hover', async () => {
    const page = await open('/sync/getLead/', { hasTouch: true, isMobile: true });
    const button = page.locator('.copy').first();
    await button.waitFor();
    expect(await page.evaluate("getComputedStyle(document.querySelector('.copy')).opacity")).toBe(
      '1',
    );
    await page.context().close();
  });
});

it('the sample beside a text stays in view while the text scrolls', async () => {
  const page = await open('/sync/searchLeads/', { viewport: { width: 1440, height: 900 } });
  const sample = page.locator('.sample');
  const text = await page.locator('.rest').boundingBox();
  expect((await sample.boundingBox())?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
  await page.locator('#responses').scrollIntoViewIfNeeded();
  const box = await sample.boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(56);
  expect((box?.y ?? 0) + (box?.height ?? 1000)).toBeLessThanOrEqual(900);
  await page.context().close();
});

it('the table of contents of a guide is beside it on a wide screen and above it on a narrow one', async () => {
  const page = await open('/guides/errors/', { viewport: { width: 1440, height: 900 } });
  const placeOf = async (selector: string) => await page.locator(selector).boundingBox();
  expect((await placeOf('.contents'))?.x).toBeGreaterThan((await placeOf('.rest'))?.width ?? 0);
  await page.setViewportSize({ width: 390, height: 800 });
  expect((await placeOf('.contents'))?.y).toBeLessThan((await placeOf('.rest'))?.y ?? 0);
  await page.context().close();
});

it('JSON within a command is highlighted as JSON', async () => {
  const page = await open('/sync/createLead/');
  const keys = page.locator('.sample code[data-language=bash]').first().locator('.hljs-attr');
  expect(await keys.allTextContents()).toEqual(expect.arrayContaining(['"fields"', '"phone"']));
  await page.context().close();
});

it('a page can be copied as Markdown', async () => {
  const page = await open('/sync/getLead/', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await keepMessages(page);
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await page.evaluate('navigator.clipboard.readText()');
  expect(copied).toBe(await (await fetch(`${url}/sync/getLead.md`)).text());
  await page.context().close();
});

it('says that a page could not be copied as Markdown, and copies it on the next click', async () => {
  const page = await open('/sync/getLead/', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await keepMessages(page);
  await page.route(/getLead\.md/, (route) => route.fulfill({ status: 503 }), { times: 1 });
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await page.getByRole('button', { name: 'Could not load: try again' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toContain('# Get a lead');
  await page.context().close();
});

it('a flag of a command does not wrap', async () => {
  const page = await open('/guides/sandbox-server/', { viewport: { width: 375, height: 800 } });
  const { count, wrapped } = await page.evaluate<{ count: number; wrapped: string[] }>(`{
    const flags = [...document.querySelectorAll('.text :not(pre) > code')].flatMap((code) => {
      const [flag] = code.textContent.match(/^--[\\w-]+/) ?? [];
      if (!flag) return [];
      const text = document.createTreeWalker(code, NodeFilter.SHOW_TEXT).nextNode();
      const range = document.createRange();
      range.setStart(text, 0);
      range.setEnd(text, flag.length);
      return [{ flag, lines: range.getClientRects().length }];
    });
    ({ count: flags.length, wrapped: flags.filter((it) => it.lines > 1).map((it) => it.flag) });
  }`);
  expect(count).toBeGreaterThan(20);
  expect(wrapped).toEqual([]);
  await page.context().close();
});

it('a program opens in the language selected on the start page', async () => {
  const page = await open('/');
  await page.getByRole('link', { name: 'CSV upload in PHP' }).click();
  await page.waitForURL('**/guides/csv-upload/');
  expect(await visibleText(page.locator('.tabs').first())).toContain('fgetcsv');
  await page.context().close();
});

it('the description of an error code lists the operations that return it', async () => {
  const page = await open('/guides/errors/#lead_already_exists');
  const entry = page.locator('.errors > :target');
  expect(await visibleText(entry)).toContain('Returned by createLead.');
  await entry.getByRole('link', { name: 'createLead', exact: true }).click();
  await page.waitForURL('**/sync/createLead/');
  await page.context().close();
});

it.each([1440, 390])('no key wraps in the middle of a word at %i px', async (width) => {
  const page = await open('/sync/searchLeads/', { viewport: { width, height: 900 } });
  const wrapped = await page.evaluate<string[]>(`
    [...document.querySelectorAll('.schema dt code, .schema dt code .outer, td code')]
      .flatMap((code) => [...code.childNodes].filter((it) => it.nodeType === Node.TEXT_NODE))
      .filter((text) => {
        const range = document.createRange();
        range.selectNode(text);
        return range.getClientRects().length > 1;
      })
      .map((text) => text.textContent)`);
  expect(wrapped).toEqual([]);
  await page.context().close();
});

it('the description of a key fits the screen of a phone', async () => {
  const page = await open('/sync/createLead/', { viewport: { width: 390, height: 800 } });
  const box = await page.locator('.schema dd').first().boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 1000)).toBeLessThanOrEqual(390);
  await page.context().close();
});

it('the sidebar scrolls to the current page', async () => {
  const page = await open('/sync/getLeadStagePipeline/', {
    viewport: { width: 1280, height: 500 },
  });
  const box = await page.locator('.side [aria-current]').boundingBox();
  expect(box?.y).toBeGreaterThan(0);
  expect(box?.y).toBeLessThan(500);
  await page.context().close();
});

it('an operation page links to the previous and the next operation', async () => {
  const [first, second, third] = operations;
  const page = await open(`/${second?.api}/${second?.id}/`);
  const next = page.getByRole('navigation', { name: 'Previous and next page' });
  expect(await next.getByRole('link').allInnerTexts()).toEqual([
    expect.stringContaining(first?.summary ?? ''),
    expect.stringContaining(third?.summary ?? ''),
  ]);
  await page.context().close();
});

it('operation names, error codes and evidence marks link to their descriptions', async () => {
  const page = await open('/sync/createLead/');
  await page
    .locator('p a', { hasText: /^updateLead$/ })
    .first()
    .click();
  await page.waitForURL('**/sync/updateLead/');
  await page.goto(`${url}/sync/getLead/`);
  await page.getByRole('link', { name: 'LEAD_NOT_FOUND' }).click();
  await page.waitForURL('**/guides/errors/#lead_not_found');
  expect(await visibleText(page.locator('.errors > :target'))).toContain('LEAD_NOT_FOUND');
  await page.goto(`${url}/sync/`);
  await page.goto(`${url}/sync/searchLeads/`);
  await page.locator('a.mark').first().click();
  await page.waitForURL('**/guides/documented-and-observed/');
  await page.context().close();
});

it('a printed page has no navigation, and shows the samples in all languages', async () => {
  const page = await open('/sync/createLead/');
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.bar', '.side', '.foot', '.choice', '.page-nav']) {
    expect(await page.locator(part).first().isVisible(), part).toBe(false);
  }
  const text = await visibleText(page.locator('.tabs').first());
  expect(text).toContain('curl');
  expect(text).toContain('<?php');
  await page.context().close();
});

describe.each([360, 390, 430])('the top bar on a phone of %i px', (width) => {
  it.each([true, false])(
    'has a menu with every link, and nothing is cut off (scripts: %s)',
    async (javaScriptEnabled) => {
      const page = await open('/sync/getLead/', {
        viewport: { width, height: 700 },
        hasTouch: true,
        javaScriptEnabled,
      });
      const bar = page.locator('.bar');
      const menu = bar.getByRole('button', { name: 'Menu' });
      await menu.click();
      const links = bar.getByRole('navigation', { name: 'Site' }).getByRole('link');
      expect(await links.allInnerTexts()).toEqual([
        'Guides',
        'Sync',
        'Async',
        'Check',
        'Changelog',
      ]);
      for (const part of [...(await links.all()), menu, bar.locator('.brand')]) {
        const box = await part.boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 1000)).toBeLessThanOrEqual(width);
      }
      for (const link of await links.all()) {
        expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      }
      await links.last().click();
      await page.waitForURL('**/changelog/');
      await page.context().close();
    },
  );
});
