import { launchChromium } from '@telecrm/chromium';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { callerOf } from '../testing/caller.ts';
import { sandboxForThisFile } from '../testing/mock.ts';

const mock = await sandboxForThisFile({ asyncDelayMs: 0 });
const { browser, close } = await launchChromium();
afterAll(close);

const jane = { name: 'Jane <b>Doe</b>', phone: '919999999999' };

/** Opens the page of a new workspace, and returns its requests and errors. */
async function open(options: Parameters<typeof browser.newContext>[0] = {}) {
  const workspace = await mock.workspaces.create();
  const caller = callerOf(mock, workspace);
  await caller.queue({ fields: { ...jane, City: 'Pune' }, actions: [{ type: '1001' }] });
  await caller.queue({ fields: { name: 'Nobody' } });
  await caller.sync('POST', '/lead/search?limit=300', {});
  await caller.control('POST', '/drain');
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const asked: string[] = [];
  const wrong: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  const at = (view: string) => `${mock.url}/_sandbox/#${view}/${workspace.enterpriseId}`;
  await page.goto(at('ingestions'));
  await page.getByText('DROPPED', { exact: true }).waitFor();
  return { page, caller, workspace, asked, wrong, done: () => context.close() };
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name });

describe('the page', () => {
  it('shows what was dropped and why, as text whatever it holds', async () => {
    const { page, wrong, asked, done } = await open();
    await page.getByText('Jane <b>Doe</b> · 919999999999').waitFor();
    await page.getByText('fields.City').waitFor();
    await page.getByText('The Async API drops a bare code').waitFor();
    await page.getByText('so the whole lead was dropped').waitFor();
    expect(await page.locator('#panel b').count()).toBe(0);
    // Nothing is asked of anybody else, and the policy would not let it.
    expect(new Set(asked)).toEqual(new Set([mock.url]));
    expect(wrong).toEqual([]);
    await done();
  });

  it('refreshes itself, and leaves open what a reader has opened', async () => {
    const { page, caller, done } = await open();
    await tab(page, 'Leads').click();
    await page.getByText('Timeline').first().click();
    await page.getByText('Nothing has happened yet.').waitFor();
    const { body } = await caller.control('GET', '/leads');
    const path = `/leads/${body.data[0].id}/actions`;
    await caller.control('POST', path, { type: 'OUTGOING_CALL', duration: 42 });
    await page.getByText('OUTGOING_CALL').waitFor();
    await caller.queue({ fields: { phone: '919999999998', name: 'John' } });
    await page.getByText('John · 919999999998').waitFor();
    expect(await page.getByText('OUTGOING_CALL').isVisible()).toBe(true);
    await done();
  });

  it('shows recent calls with what was wrong', async () => {
    const { page, done } = await open();
    await tab(page, 'Calls').click();
    await page.getByText('query.limit is out of range').waitFor();
    await page.getByLabel('Only with a violation').check();
    await page.getByText(/^\d of 3, newest first$/).waitFor();
    await done();
  });

  it('is used by keyboard', async () => {
    const { page, done } = await open();
    await tab(page, 'Ingestions').focus();
    await page.keyboard.press('ArrowRight');
    expect(await tab(page, 'Leads').getAttribute('aria-selected')).toBe('true');
    await page.getByText('Timeline').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing has happened yet.').waitFor();
    await tab(page, 'Leads').focus();
    await page.keyboard.press('End');
    await page.getByText('searchLeads').waitFor();
    await done();
  });

  it('changes between workspaces and keeps its place over a reload', async () => {
    const { page, workspace, done } = await open();
    await page.getByLabel('Workspace').selectOption('ent_sandbox');
    await page.getByText('Nothing was sent to the Async API yet').waitFor();
    await page.getByLabel('Workspace').selectOption(workspace.enterpriseId);
    await tab(page, 'Calls').click();
    await page.reload();
    await page.getByText('searchLeads').waitFor();
    expect(await page.getByLabel('Workspace').inputValue()).toBe(workspace.enterpriseId);
    await done();
  });

  it.each(['light', 'dark'] as const)('can be read at 360 pixels, in %s', async (colorScheme) => {
    const { page, done } = await open({ viewport: { width: 360, height: 740 }, colorScheme });
    for (const name of ['Ingestions', 'Leads', 'Calls']) {
      await tab(page, name).click();
      await page.waitForTimeout(100);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      expect(await page.evaluate(faintest)).toBeGreaterThanOrEqual(4.5);
    }
    await done();
  });

  it('says so when the sandbox is gone', async () => {
    const { page, done } = await open();
    await page.route('**/workspaces?*', (route) => route.abort());
    await page.getByText('no connection').waitFor();
    await done();
  });
});

describe('the page of a sandbox with a control token', async () => {
  const locked = await sandboxForThisFile({ controlToken: 'open-sesame' });

  it('asks for the token and opens with the right one', async () => {
    const page = await browser.newPage();
    const response = await page.goto(`${locked.url}/_sandbox/`);
    expect(response?.status()).toBe(401);
    await page.getByLabel('Control token').fill('wrong-token');
    await page.keyboard.press('Enter');
    await page.getByText('That is not the control token.').waitFor();
    await page.getByLabel('Control token').fill('open-sesame');
    await page.getByRole('button', { name: 'Open' }).click();
    await tab(page, 'Leads').click();
    await page.getByText('Ravi Example · 919812345671').waitFor();
    await page.close();
  });
});

it('comes with a policy that lets in nothing from elsewhere and nothing inline', async () => {
  for (const path of ['/_sandbox/', '/_sandbox/page.js', '/_sandbox/page.css']) {
    const { headers } = await fetch(mock.url + path);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  }
});

/** Runs in the page: the lowest contrast of any text with what is behind it. */
const faintest = `(() => {
  const rgb = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
  const light = (color) => {
    const [r, g, b] = rgb(color).map((c) => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const color = getComputedStyle(one).backgroundColor;
      if (rgb(color)[3] !== 0) return color;
    }
    return 'rgb(255, 255, 255)';
  };
  let least = 21;
  for (const element of document.querySelectorAll('body *')) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
    if (!hasText || element.checkVisibility?.() === false || element.tagName === 'NOSCRIPT') continue;
    const [a, b] = [light(getComputedStyle(element).color), light(behind(element))];
    least = Math.min(least, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
  }
  return least;
})()`;
