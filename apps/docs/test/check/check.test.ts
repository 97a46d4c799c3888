import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../browser/axe.ts';
import { coveredLines } from '../browser/covered.ts';
import { failOnce, holdFile, openDocs, whenReady } from '../browser/open-site.ts';
import { visibleText } from '../browser/text.ts';

const { open, url } = await openDocs();

const payload = (page: Page) => page.getByLabel('JSON, a curl command');
const summary = (page: Page, text: string) =>
  page.locator('.check-summary', { hasText: text }).waitFor();

/** Enters a text without focusing the field. */
const enter = (field: unknown, text: string) => {
  Object.assign(field as object, { value: text });
  (field as EventTarget).dispatchEvent(new Event('input', { bubbles: true }));
};

const curl = `curl 'https://next-api.telecrm.in/enterprise/e/autoupdatelead' \\
  -H 'Authorization: Bearer 8a7f-real-token' \\
  --data '{"fields":{"phone":"919999999999","rating":"3"}}'`;

describe('the page that checks a payload', () => {
  it('says for each entry of JSON whether it is stored, and shows the corrected payload', async () => {
    const page = await open('/check/');
    await payload(page).fill('{"fields":{"phone":"919999999999","rating":"3","City":"Pune"}}');
    await summary(page, 'The Async API would respond QUEUED, and silently drop 2 parts');
    const entries = await visibleText(page.locator('.check-entries'));
    expect(entries).toMatch(
      /dropped\s+fields\.rating[\s\S]+dropped\s+fields\.City[\s\S]+stored\s+fields\.phone/,
    );
    const corrected = await page.getByLabel('Corrected payload').textContent();
    expect(JSON.parse(corrected ?? '')).toEqual({
      fields: { phone: '919999999999', rating: 3, City: 'Pune' },
    });
    await page.getByText('Still dropped: fields.City').waitFor();
    await page.getByLabel('Sync API', { exact: true }).check();
    await summary(page, 'The Sync API would drop 2 parts, and list them in remarks');
    await page.context().close();
  });

  it.each([375, 1280])(
    'does not cover the corrected payload with its button, %i px wide',
    async (width) => {
      const page = await open('/check/', { viewport: { width, height: 800 } });
      await payload(page).fill('{"fields":{"name":"Asha","phone":"98765","rating":"3"}}');
      const button = page.getByRole('button', { name: 'Copy', exact: true });
      await button.waitFor();
      expect(await coveredLines(page, 'Corrected payload', button)).toEqual([]);
      await page.context().close();
    },
  );

  it('checks a payload that was pasted before its script loaded', async () => {
    const page = await open('/404.html');
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    await page.route(/\/check\.\w+\.js/, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(`${url}/check/`);
    await payload(page).fill(curl);
    release();
    await page.getByText('A token was redacted').waitFor();
    await summary(page, 'silently drop 1 part');
    await page.context().close();
  });

  it.each([
    ['a link', async () => {}],
    ['an example', (page: Page) => page.getByRole('button', { name: 'Show an example' }).click()],
  ])('does not replace what was entered while %s was loading', async (_, load) => {
    const page = await open('/404.html');
    const release = await holdFile(page, 'check-text');
    await page.goto(`${url}/check/#api=sync&fields.phone=string`);
    await whenReady(page);
    await load(page);
    await payload(page).fill('{"fields":{"phone":"918888888888"}}');
    release();
    await summary(page, 'would store all of it');
    expect(await payload(page).inputValue()).toContain('918888888888');
    await page.context().close();
  });

  it.each([
    ['its rules', 'check-text', '{"fields":{"phone":"919999999999"}}'],
    [
      'the reader of fetch calls',
      'fetch-call',
      'fetch(url, { body: \'{"fields":{"phone":"919999999999"}}\' })',
    ],
    ['the reader of CSV', 'csv', 'Mobile\n919999999999'],
  ] as const)(
    'says that %s could not be loaded, and loads them on the next attempt',
    async (_, script, input) => {
      const page = await open('/check/');
      await failOnce(page, script);
      // Without the focus, which loads the rules, so that the check itself fails.
      await payload(page).evaluate(enter, input);
      await summary(page, 'The check could not be loaded');
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await summary(page, 'would store all of it');
      await page.context().close();
    },
  );

  it('opens a link on the next attempt if its rules could not be loaded', async () => {
    const page = await open('/404.html');
    await failOnce(page, 'check-text');
    await page.goto(`${url}/check/#api=sync&fields.phone=string`);
    await page.locator('.check-note').getByText('The check could not be loaded').waitFor();
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await summary(page, 'would store all of it');
    await page.getByText('The link contains only names and types').waitFor();
    await page.context().close();
  });

  it('reads a workspace file on the next attempt if its rules could not be loaded', async () => {
    const page = await open('/check/');
    await failOnce(page, 'check-text');
    await page.getByText('Check against your own workspace').click();
    const name = 'w.json';
    const file = page.getByLabel('Workspace file');
    const choose = () =>
      file.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from('{}') });
    await choose();
    await page.locator('.check-note').getByText('The check could not be loaded').waitFor();
    expect(await file.inputValue()).toBe('');
    await choose();
    await page.getByText('Checked against w.json').waitFor();
    await page.context().close();
  });

  it('says that its script could not be loaded, and then loads it', async () => {
    const page = await open('/404.html');
    await page.clock.install();
    await failOnce(page, 'check');
    await page.goto(`${url}/check/`);
    const failure = page.getByText('The script of this page could not be loaded');
    await failure.waitFor();
    await payload(page).fill('{"fields":{"phone":"919999999999"}}');
    await page.clock.runFor(60_000);
    await summary(page, 'would store all of it');
    await failure.waitFor({ state: 'hidden' });
    await page.context().close();
  });

  it('reads curl, detects the API, and immediately redacts the token', async () => {
    const page = await open('/check/');
    await page.getByLabel('Sync API', { exact: true }).check();
    await payload(page).fill(curl);
    expect(await payload(page).inputValue()).toBe(curl.replace('8a7f-real-token', 'TOKEN'));
    await page.getByText('A token was redacted').waitFor();
    await summary(page, 'The Async API would respond QUEUED, and silently drop 1 part');
    expect(await page.getByLabel('Async API').isChecked()).toBe(true);
    expect(await page.evaluate('document.documentElement.outerHTML')).not.toContain('real-token');
    await page.context().close();
  });

  it('reads a fetch call and CSV rows', async () => {
    const page = await open('/check/');
    await payload(page).fill(
      'await fetch(url, { method: "POST", body: JSON.stringify({ fields: { phone, rating: 9 } }) })',
    );
    await summary(page, 'silently drop 1 part');
    await page.getByText('Your program computes this value').waitFor();
    await payload(page).fill('fetch(url, { method: "POST", body: payload })');
    await summary(page, 'The body is a variable that is not defined here');
    await payload(page).fill(
      'Name,Mobile No.,Rating\nAsha,9876543210,5\nRavi,123,4\nTom,9.2E+11,5\n',
    );
    await summary(page, '3 leads: 1 stored completely, 0 partly, 1 not at all, 1 unreadable.');
    await page.context().close();
  });

  it('maps an unknown CSV column to the field that the reader selects with the keyboard', async () => {
    const page = await open('/check/', { viewport: { width: 390, height: 844 } });
    await payload(page).fill('Kundenname,Telefon,Sterne\nAsha,9876543210,7\n');
    await summary(page, 'drop the whole lead');
    const column = page.getByLabel('Telefon');
    expect(await visibleText(column.locator('option:checked'))).toBe('not sent');
    await column.focus();
    await page.keyboard.type('phone');
    await summary(page, 'would store all of it');
    await page.locator('.check-columns select:focus').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.labels[0].textContent')).toBe('Sterne');
    await page.keyboard.type('rating');
    await summary(page, 'silently drop 1 part');
    expect(await visibleText(page.locator('.check-entries'))).toMatch(/dropped\s+fields\.rating/);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await page.context().close();
  });

  it('uses the reader’s own workspace file', async () => {
    const page = await open('/check/');
    await payload(page).fill('{"fields":{"phone":"919999999999","City":"Pune"}}');
    await summary(page, 'silently drop 1 part');
    await page.getByText('Check against your own workspace').click();
    const choose = (text: string) =>
      page
        .getByLabel('Workspace file')
        .setInputFiles({ name: 'w.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await choose('{"customFields":[{"apiName":"City","type":"text"}]}');
    await summary(page, 'would store all of it');
    await page.getByText('Checked against w.json').waitFor();
    await choose('{"defaultCountry":"India"}');
    await page.getByText('defaultCountry').waitFor();
    await page.context().close();
  });

  it('creates a link without values on request, and opens such a link', async () => {
    const page = await open('/check/', { permissions: ['clipboard-read', 'clipboard-write'] });
    await payload(page).fill('{"fields":{"phone":"918888877777","rating":"3","Village":"Wai"}}');
    await summary(page, 'silently drop 2 parts');
    expect(page.url()).toBe(`${url}/check/`);
    await page.getByRole('button', { name: 'Copy a link without values' }).click();
    await page.getByText('Copied a link').waitFor();
    const link = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(link).toContain('fields.Village=string');
    expect(link).not.toMatch(/88888|Wai/);
    const other = await open(link.slice(url.length));
    await summary(other, 'silently drop 2 parts');
    expect(await payload(other).inputValue()).toContain('"Village": "text"');
    await other.context().close();
    await page.context().close();
  });

  it('sends nothing, stores nothing, and loads its rules only when they are needed', async () => {
    const page = await open('/check/');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
    await page.waitForTimeout(300);
    expect(requests).toEqual([]);
    await payload(page).fill(curl);
    await summary(page, 'silently drop 1 part');
    await payload(page).fill('fetch("https://x/autoupdatelead", { body: "{}" })');
    await summary(page, 'drop the whole lead');
    await payload(page).fill('Mobile\n919999999999');
    await summary(page, 'would store all of it');
    expect(requests.filter((it) => !it.startsWith(`GET ${url}/assets/`))).toEqual([]);
    expect(requests.length).toBeGreaterThan(0);
    const storage = '[localStorage.length, sessionStorage.length, document.cookie, location.hash]';
    expect(await page.evaluate(storage)).toEqual([0, 0, '', '']);
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)(
    'has no serious accessibility violation (%s)',
    async (colorScheme) => {
      const page = await open('/check/', { colorScheme, viewport: { width: 390, height: 844 } });
      await page.getByRole('button', { name: 'Show an example' }).click();
      await summary(page, 'drop the whole lead');
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
      await page.context().close();
    },
  );
});
