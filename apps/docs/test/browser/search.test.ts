import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../fixtures/site.ts';
import { failOnce, holdFile, openDocs, whenReady } from './open-site.ts';

const { url, open } = await openDocs();

describe('the search', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open('/guides/dates/');
    await page.keyboard.press('/');
  });
  afterAll(() => page.context().close());

  async function find(text: string, at = page): Promise<string[]> {
    await at.getByRole('searchbox').fill(text);
    await at.locator('.search .count:not(:empty)').waitFor();
    return at.locator('.results a').evaluateAll((links) =>
      // DOM types are not available in these tests.
      links
        .map((link) => new URL((link as unknown as { href: string }).href))
        .map(({ pathname, hash }) => pathname + hash),
    );
  }

  it('ranks an operation first for its ID', async () => {
    for (const { api, id } of operations) expect((await find(id))[0], id).toBe(`/${api}/${id}/`);
  });

  it('finds keys, and links to their descriptions', async () => {
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

  it('says that its index could not be loaded, and loads it on the next attempt', async () => {
    const reader = await open('/guides/dates/');
    await reader.route(/search-index/, (route) => route.abort());
    await reader.keyboard.press('/');
    expect(await find('createLead', reader)).toEqual([]);
    await reader.getByText('The search could not be loaded').waitFor();
    await reader.unroute(/search-index/);
    await reader.keyboard.press('Enter');
    await reader.waitForURL('**/sync/createLead/');
    await reader.context().close();
  });

  it.each([undefined, 503])(
    'says that its script could not be loaded (status: %s), and loads it on the next attempt',
    async (status) => {
      const reader = await open('/guides/dates/');
      const failure = reader.getByText('The search could not be loaded');
      await failOnce(reader, 'search', { status });
      await reader.keyboard.press('/');
      await failure.waitFor();
      await reader.keyboard.press('Escape');
      await failure.waitFor({ state: 'hidden' });
      await failOnce(reader, 'search', { status });
      await reader.locator('.search-open').click();
      await reader.getByRole('button', { name: 'Try again' }).click();
      expect(await find('createLead', reader)).toContain('/sync/createLead/');
      expect(await failure.count()).toBe(0);
      await reader.context().close();
    },
  );

  it('can be used with the keyboard only', async () => {
    const reader = await open('/guides/dates/');
    await reader.keyboard.press('/');
    await find('createLead', reader);
    await reader.keyboard.press('ArrowDown');
    await reader.keyboard.press('ArrowDown');
    await reader.keyboard.press('ArrowUp');
    await reader.keyboard.press('Enter');
    await reader.waitForURL('**/sync/createLead/');
    await whenReady(reader);
    await reader.keyboard.press('Control+k');
    await reader.getByRole('searchbox').fill('lead');
    await reader.keyboard.press('Escape');
    await reader.getByRole('searchbox').waitFor({ state: 'hidden' });
    await reader.context().close();
  });

  it('opens the first result of what was entered before the index had loaded', async () => {
    const reader = await open('/guides/dates/');
    const release = await holdFile(reader, 'search-index');
    await reader.keyboard.press('/');
    await reader.getByRole('searchbox').fill('createLead');
    await reader.keyboard.press('Enter');
    release();
    await reader.waitForURL('**/sync/createLead/');
    await reader.context().close();
  });

  it('is also available on Redoc pages', async () => {
    const reference = await open('/async/redoc/');
    await reference.locator('.search-open').click();
    await reference.getByRole('searchbox').fill('LEAD_NOT_FOUND');
    await reference.locator('.results a', { hasText: 'LEAD_NOT_FOUND' }).first().waitFor();
    await reference.context().close();
  });
});
