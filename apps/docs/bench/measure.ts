import type { Browser, BrowserContext, Page } from 'playwright-core';

/** What one visit of a page cost. Bytes are those of bodies and headers as sent; times are in milliseconds. */
export type Visit = {
  bytes: number;
  requests: number;
  foreign: number;
  firstPaint: number;
  largestPaint: number;
  blocking: number;
};

/** How many times slower the processor is made, as on a phone of the middle class. */
export const slowdown = 4;

const observe = `window.__seen = { largest: 0, blocking: 0 };
new PerformanceObserver((list) => {
  for (const { startTime } of list.getEntries()) __seen.largest = startTime;
}).observe({ type: 'largest-contentful-paint', buffered: true });
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) __seen.blocking += Math.max(0, duration - 50);
}).observe({ type: 'longtask', buffered: true });`;

/** Opens a page in a fresh browser profile, then another time with what is cached by then. */
export async function measure(
  browser: Browser,
  url: string,
): Promise<{ first: Visit; second: Visit }> {
  const context = await browser.newContext();
  const first = await visit(context, url);
  const second = await visit(context, url);
  await context.close();
  return { first, second };
}

async function visit(context: BrowserContext, url: string): Promise<Visit> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  let bytes = 0;
  const urls: string[] = [];
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  session.on('Network.requestWillBeSent', ({ request }) => urls.push(request.url));
  const cached = new Set<string>();
  session.on('Network.requestServedFromCache', ({ requestId }) => cached.add(requestId));
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache) cached.add(requestId);
  });
  await page.addInitScript(observe);
  await page.goto(url, { waitUntil: 'load' });
  await settle(page);
  const seen = await page.evaluate<{ largest: number; blocking: number; first: number }>(
    `({ ...__seen, first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0 })`,
  );
  await page.close();
  const { origin } = new URL(url);
  const asked = urls.filter((it) => !it.startsWith('data:'));
  return {
    bytes,
    requests: asked.length - cached.size,
    foreign: asked.filter((it) => new URL(it).origin !== origin).length,
    firstPaint: seen.first,
    largestPaint: seen.largest,
    blocking: seen.blocking,
  };
}

/** Waits until the page has been idle for a while. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.waitForTimeout(1500);
}

/** The middle of several visits, figure by figure. */
export function middle(visits: Visit[]): Visit {
  const of = (figure: keyof Visit) =>
    visits.map((visit) => visit[figure]).toSorted((a, b) => a - b)[Math.floor(visits.length / 2)] ??
    0;
  return {
    bytes: of('bytes'),
    requests: of('requests'),
    foreign: of('foreign'),
    firstPaint: of('firstPaint'),
    largestPaint: of('largestPaint'),
    blocking: of('blocking'),
  };
}
