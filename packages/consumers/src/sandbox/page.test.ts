/** The whole sandbox in a browser page: its size, what it needs from the browser, and that it works. */
import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { launchChromium } from '@telecrm/chromium';
import { expect, it } from 'vitest';
import { startSite } from '../start-site.ts';
import { bundleAtStart, bundleProgram } from './bundle.ts';

/** No `eval`, no inline script, no other origin, no requests. */
const policy = "default-src 'none'; script-src 'self'";

const html = '<!doctype html><p id="phone"></p><script type="module" src="/page.js"></script>';

it('works in a page whose policy forbids eval and all requests', async () => {
  await using site = await startSite(pageWith(await bundleProgram('sandbox-page.mjs')));
  const { browser, close } = await launchChromium();
  try {
    const page = await browser.newPage();
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    await page.goto(site.url);
    await page.waitForFunction("document.querySelector('#phone').textContent !== ''");
    expect(await page.textContent('#phone')).toBe('919999999999');
    expect(wrong.filter((text) => !text.includes('favicon'))).toEqual([]);
  } finally {
    await close();
  }
});

it('is small, and evaluates no strings as code', async () => {
  const text = await bundleProgram('sandbox-only.mjs');
  expect(text).not.toMatch(/\bnew Function\b|\beval\(/);
  expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(120_000);
});

it('loads its control surface on demand, and little code initially', async () => {
  const files = await bundleAtStart('sandbox-only.mjs');
  expect(files.length).toBeGreaterThan(1);
  const sizes = files.map((text) => gzipSync(text, { level: 9 }).length);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(110_000);
});

/** Responds with a page and its script. */
function pageWith(script: string): RequestListener {
  return ({ url }, response) => {
    const isPage = url === '/';
    response.writeHead(isPage || url === '/page.js' ? 200 : 404, {
      'content-type': isPage ? 'text/html' : 'text/javascript',
      'content-security-policy': policy,
    });
    response.end(isPage ? html : script);
  };
}
