import type { BrowserContext, Page } from 'playwright-core';
import { whenReady } from './open-site.ts';

/** An opened page with every request it sent and every problem it reported. */
export interface Visit {
  page: Page;
  requests: string[];
  problems: string[];
  close(): Promise<void>;
}

const reportViolations = `document.addEventListener('securitypolicyviolation', (event) =>
  console.error('CSP violation', event.effectiveDirective, event.blockedURI, event.sample));`;

/** Opens an address in a new page. Pages of one context share a cache, like the tabs of one reader. */
export async function visit(context: BrowserContext, url: string, width = 1280): Promise<Visit> {
  const requests: string[] = [];
  const problems: string[] = [];
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('request', (request) => requests.push(request.url()));
  page.on('requestfailed', (request) => problems.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  await page.addInitScript(reportViolations);
  await page.setViewportSize({ width, height: 800 });
  await page.goto(url, { waitUntil: 'networkidle' });
  // Pages of this site load their script after the first paint.
  if (await page.evaluate(`'script' in document.documentElement.dataset`)) await whenReady(page);
  await page.waitForLoadState('networkidle');
  return { page, requests, problems, close: () => page.close() };
}
