import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundlePath } from '@telecrm/spec/files';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readGuides } from '../../src/guides/guide.ts';
import { operations, pages } from '../fixtures/site.ts';
import { openBrowser, openSite } from './open-site.ts';

const guides = await readGuides(join(dirname(bundlePath('sync')), 'guides.json'));
const bundles = ['sync', 'async'] as const;

const browser = await openBrowser();
const url = await openSite();

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(url + path, { waitUntil: 'load' });
  return page;
}

describe('the search', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open('/guides/dates/');
    await page.keyboard.press('/');
  });
  afterAll(() => page.context().close());

  async function find(text: string): Promise<string[]> {
    await page.getByRole('searchbox').fill(text);
    await page.locator('.search .count:not(:empty)').waitFor();
    await page.waitForFunction(`document.querySelector('.search .count').textContent !== ''`);
    return page.locator('.results a').evaluateAll((links) =>
      // The page's own types are not known here.
      links
        .map((link) => new URL((link as unknown as { href: string }).href))
        .map(({ pathname, hash }) => pathname + hash),
    );
  }

  it('finds every operation by its ID, before all else', async () => {
    for (const { api, id } of operations) expect((await find(id))[0], id).toBe(`/${api}/${id}/`);
  });

  it('finds every guide by its title', async () => {
    for (const { name, title } of guides) {
      expect((await find(title)).slice(0, 3), title).toContain(`/guides/${name}/`);
    }
  });

  it('finds every error code', async () => {
    const text = bundles.map((api) => readFileSync(bundlePath(api), 'utf8')).join('');
    const codes = new Set(
      [...text.matchAll(/"code": "([A-Z_]+)",\s*"message"/g)].map(([, it]) => it),
    );
    expect(codes.size).toBeGreaterThan(8);
    for (const code of codes) {
      expect((await find(code ?? '')).slice(0, 3), code).toContain(
        `/guides/errors/#${code?.toLowerCase()}`,
      );
    }
  });

  it('finds keys, and leads to the line of a table that tells of them', async () => {
    for (const key of [
      'lockAfterCreate',
      'total_count',
      'phone_number',
      'isLeadid',
      'performed_by',
    ]) {
      const [first = ''] = await find(key);
      await page
        .context()
        .newPage()
        .then(async (other) => {
          await other.goto(url + first);
          expect(await other.locator(':target').textContent(), key).toContain(key);
          await other.close();
        });
    }
  });

  it('can be used by keys alone', async () => {
    await find('createLead');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sync/createLead/');
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox').waitFor({ state: 'hidden' });
  });

  it('is the one that Redoc pages open, too', async () => {
    const reference = await open('/async/redoc/');
    await reference.locator('.search-open').click();
    await reference.getByRole('searchbox').fill('LEAD_NOT_FOUND');
    await reference.locator('.results a', { hasText: 'LEAD_NOT_FOUND' }).first().waitFor();
    await reference.context().close();
  });
});

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

describe('without a script', () => {
  let reader: Page;
  beforeAll(async () => {
    reader = await open('/', { javaScriptEnabled: false });
  });
  afterAll(() => reader.context().close());

  it.each(pages)('%s has its heading, its text and its links', async (path) => {
    await reader.goto(url + path);
    expect(await reader.locator('h1').count()).toBeGreaterThan(0);
    const text = await shownIn(reader.locator('#content'));
    expect(text.length).toBeGreaterThan(300);
    expect(await reader.locator('.tool:visible').count()).toBe(0);
  });

  it('an operation shows its samples in the language that is chosen', async () => {
    const page = await open('/sync/searchLeads/', { javaScriptEnabled: false });
    const sample = page.locator('.tabs').first();
    expect(await shownIn(sample)).toContain("curl 'http");
    await sample.getByText('Python').click();
    expect(await shownIn(sample)).toContain('import urllib.request');
    expect(await shownIn(sample)).not.toContain("curl 'http");
    await page.context().close();
  });

  it('a Redoc page links to the guides, and says where the operations are', async () => {
    const page = await open('/sync/redoc/', { javaScriptEnabled: false });
    for (const { title } of guides.filter(({ apis }) => apis.includes('sync'))) {
      expect(await page.getByRole('link', { name: title }).count(), title).toBeGreaterThan(0);
    }
    await page.getByText('Every operation has a plain page').waitFor();
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('the %s of the system is followed', async (colorScheme) => {
    const page = await open('/', { javaScriptEnabled: false, colorScheme });
    expect(await brightness(page)).toBe(colorScheme);
    await page.context().close();
  });
});

describe('by keyboard', () => {
  it.each([
    '/',
    '/guides/quickstart/',
    '/sync/',
    '/sync/createLead/',
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
  const found = [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
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

describe('light and dark', () => {
  it('are switched by a button, kept over pages and never flash', async () => {
    const page = await open('/', { colorScheme: 'light' });
    expect(await brightness(page)).toBe('light');
    await page.locator('.theme-switch').click();
    expect(await brightness(page)).toBe('dark');
    await page.addInitScript(`new MutationObserver((_, observer) => {
      if (!document.body) return;
      window.__classAtBody = document.documentElement.className;
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });`);
    for (const path of ['/guides/dates/', '/sync/redoc/', '/sync/getLead/']) {
      await page.goto(url + path, { waitUntil: 'networkidle' });
      expect(await page.evaluate('window.__classAtBody'), path).toBe('dark');
      expect(await brightness(page), path).toBe('dark');
    }
    await page.locator('.theme-switch').click();
    expect(await brightness(page)).toBe('light');
    expect(await page.evaluate(`localStorage.getItem('redoc.colorMode')`)).toBe(null);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => brightness(page)).toBe('dark');
    await page.goto(`${url}/async/redoc/`, { waitUntil: 'networkidle' });
    await page.locator('.theme-switch').click();
    expect(await brightness(page)).toBe('light');
    await page.context().close();
  });
});

/** The text that can be seen. */
function shownIn(locator: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden does not count.
  return locator.innerText();
}

async function brightness(page: Page): Promise<string> {
  const color = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  const [red = 0] = color.match(/\d+/g)?.map(Number) ?? [];
  return red > 127 ? 'light' : 'dark';
}

it('the language of the samples is kept from page to page', async () => {
  const page = await open('/sync/createLead/');
  await page.locator('.tabs').first().getByText('PHP', { exact: true }).click();
  await page.goto(`${url}/sync/searchLeads/`);
  await expect.poll(() => shownIn(page.locator('.tabs').first())).toContain('<?php');
  await page.context().close();
});
