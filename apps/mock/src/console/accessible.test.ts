import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { callerOf } from '@telecrm/caller';
import { describe, expect, it } from 'vitest';
import { sandboxForThisFile } from '../testing/mock.ts';
import { axeViolations, browserForThisFile } from '../testing/open-console.ts';

const mock = await sandboxForThisFile({ asyncDelayMs: 0 });
const { open } = await browserForThisFile();
const { queue, sync, control } = callerOf(mock);

const long = 'x'.repeat(300);
await queue({
  fields: { phone: '919999999999', name: long, City: 'Pune' },
  actions: [{ type: '1001' }, { type: 'ACTION_1001', fields: { note: long } }],
});
await queue({ fields: { [long]: long } });
await sync('POST', '/lead/search?limit=300', {});
await control('POST', '/drain');
await control('PUT', '/faults', [{ status: 503, times: 2 }]);

const sections = ['overview', 'requests', 'ingestions', 'leads', 'faults', 'settings'];
const viewports = [390, 1440].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

it.each(viewports)(
  'is accessible and no wider than $width px, in $colorScheme',
  async ({ width, colorScheme }) => {
    const { page, show, showAll, wrong, requestedUrls, close } = await open(mock, {
      viewport: { width, height: 800 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    const check = async () => {
      expect(await axeViolations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        width,
      );
    };
    await show();
    await page.getByRole('link', { name: 'ent_sandbox' }).waitFor();
    await check();
    for (const section of sections) {
      await showAll('ent_sandbox', section);
      await check();
    }
    await page.getByRole('button', { name: 'Reset …' }).click();
    await page.getByRole('dialog').waitFor();
    await check();
    // There were no requests to other origins, and no violations of the policy.
    expect(new Set(requestedUrls.map(({ origin }) => origin))).toEqual(new Set([mock.url]));
    expect(wrong).toEqual([]);
    await close();
  },
);

describe('keyboard operation', () => {
  it('reaches all elements, and a dialog returns the focus', async () => {
    const { page, show, close } = await open(mock);
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    const press = (...names: string[]) =>
      names.reduce(
        (before, name) => before.then(() => page.keyboard.press(name)),
        Promise.resolve(),
      );
    await show();
    await page.getByRole('link', { name: 'ent_sandbox' }).waitFor();
    await press('Tab');
    expect(await focused()).toBe('Skip to content');
    await press('Enter', 'Tab');
    expect(await focused()).toBe('New workspace');
    await press('Tab', 'Enter');
    await page.getByRole('heading', { name: 'ent_sandbox' }).waitFor();
    await page.getByRole('link', { name: 'Settings' }).focus();
    await press('Enter');
    await page.getByRole('button', { name: 'Reset …' }).focus();
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    await press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await focused()).toBe('Reset …');
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).focus();
    await press('Enter');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await focused()).toBe('Reset …');
    await close();
  });

  it('announces the current section and events', async () => {
    const { page, show, close } = await open(mock, { permissions: ['clipboard-write'] });
    await show('ent_sandbox', 'overview');
    const current = page.getByRole('navigation').locator('[aria-current=page]');
    expect(await current.textContent()).toBe('Overview');
    await page.getByRole('button', { name: 'Copy Async token' }).click();
    await page.getByRole('status').filter({ hasText: 'Async token copied' }).waitFor();
    expect(await page.title()).toBe('Overview · ent_sandbox · telecrm sandbox');
    await close();
  });
});

it('has a policy that forbids inline code and all other origins', async () => {
  for (const path of ['/_sandbox/', '/_sandbox/console.js', '/_sandbox/style.css']) {
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

it('is smaller than 60 kB', () => {
  const folder = new URL('../../dist/page/', import.meta.url);
  const sizes = readdirSync(folder).map(
    (name) => gzipSync(readFileSync(new URL(name, folder))).length,
  );
  expect(sizes.length).toBe(3);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000);
});
