import { expect, it } from 'vitest';
import { sandboxForThisFile } from '../testing/mock.ts';
import { browserForThisFile } from '../testing/open-console.ts';

const key = 'open-sesame-key';
const logged: string[] = [];
const locked = await sandboxForThisFile({ controlToken: key, log: (text) => logged.push(text) });
const { open } = await browserForThisFile();

it('asks for the key, accepts the right one, and signs out', async () => {
  const { page, show, requestedUrls, close } = await open(locked);
  const response = await page.goto(`${locked.url}/_sandbox/`);
  expect(response?.status()).toBe(401);
  const input = page.getByLabel('Key');
  await input.waitFor();
  expect(await page.evaluate('document.activeElement.id')).toBe('key');
  await input.fill('wrong-key-1');
  await page.keyboard.press('Enter');
  await page.getByText('That is not a key of this sandbox.').waitFor();
  await input.fill(key);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'ent_sandbox' }).click();
  await page.getByRole('link', { name: 'Leads' }).click();
  await page.getByText('Ravi Example · 919812345671').waitFor();
  // The session survives a reload, but only in this tab.
  await page.reload();
  await page.getByText('Ravi Example · 919812345671').waitFor();
  const stored = await page.evaluate<string>(
    'JSON.stringify([location.href, document.cookie, { ...localStorage }, history.state])',
  );
  expect(stored).not.toContain(key);
  expect(requestedUrls.map(({ href }) => href).join()).not.toContain(key);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await input.waitFor();
  expect(await page.evaluate('JSON.stringify({ ...sessionStorage })')).not.toContain(key);
  expect(await page.content()).not.toContain(key);
  await show('ent_sandbox', 'leads');
  await input.waitFor();
  expect(logged).toEqual([]);
  await close();
});

it('focuses the key field as soon as it appears, and does not move the focus back later', async () => {
  const { page, close } = await open(locked);
  await page.addInitScript(`new MutationObserver((_, observer) => {
    if (!document.querySelector('#key')) return;
    observer.disconnect();
    window.focusedFirst = document.activeElement.id;
    document.querySelector('.brand').focus();
  }).observe(document, { childList: true, subtree: true })`);
  await page.goto(`${locked.url}/_sandbox/`);
  await page.getByLabel('Key').waitFor();
  expect(await page.evaluate('window.focusedFirst')).toBe('key');
  await page.evaluate('new Promise((done) => setTimeout(done, 200))');
  expect(await page.evaluate('document.activeElement.className')).toBe('brand');
  await close();
});

it('opens directly if the sandbox requires no key', async () => {
  const free = await sandboxForThisFile();
  const { page, show, close } = await open(free);
  await show();
  await page.getByRole('link', { name: 'ent_sandbox' }).waitFor();
  expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
  await close();
});
