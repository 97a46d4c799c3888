import type { Browser, BrowserContext } from 'playwright-core';

/**
 * The cost of one visit to a page. Bytes are the transferred sizes of bodies and headers; times are in milliseconds.
 */
export interface Visit {
  bytes: number;
  requests: number;
  /** Requests to another origin. */
  crossOrigin: number;
  firstPaint: number;
  largestPaint: number;
  /** The total time by which its long tasks exceeded 50 ms. */
  blocking: number;
}

/** The factor by which the CPU is slowed down, as on a mid-range phone. */
export const slowdown = 4;

/** A page has settled once it has been painted and nothing has happened for this number of milliseconds. */
const quiet = 400;

/** Runs in the page: collects its figures, and resolves `__settled` when the page has settled. */
const observer = `window.__seen = { largest: 0, blocking: 0 };
let last = performance.now();
const watch = (type, take) => new PerformanceObserver((list) => {
  last = performance.now();
  list.getEntries().forEach(take);
}).observe({ type, buffered: true });
watch('largest-contentful-paint', ({ startTime }) => { __seen.largest = startTime; });
watch('longtask', ({ duration }) => { __seen.blocking += duration - 50; });
watch('resource', () => undefined);
addEventListener('load', () => { last = performance.now(); });
window.__settled = () => new Promise((resolve) => {
  let before = performance.now();
  const poll = () => {
    const now = performance.now();
    // A late tick means a long task whose entry may not have arrived yet.
    if (now - before > 100) last = now;
    before = now;
    if (__seen.largest > 0 && now - last >= ${quiet}) return resolve();
    setTimeout(poll, 20);
  };
  poll();
});`;

/** Opens a page in a fresh browser profile, and optionally a second time with the cache of the first visit. */
export async function visit(browser: Browser, url: string, again: boolean): Promise<Visit[]> {
  const context = await browser.newContext();
  const visits = [await once(context, url)];
  if (again) visits.push(await once(context, url));
  await context.close();
  return visits;
}

async function once(context: BrowserContext, url: string): Promise<Visit> {
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
  await page.addInitScript(observer);
  const response = await page.goto(url, { waitUntil: 'load' });
  if (!response?.ok()) throw new Error(`${url} responds with ${response?.status()}`);
  await page.evaluate('__settled()');
  const seen = await page.evaluate<{ largest: number; blocking: number; first: number }>(
    `({ ...__seen, first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0 })`,
  );
  await page.close();
  const { origin } = new URL(url);
  const requested = urls.filter((it) => !it.startsWith('data:') && !it.startsWith('blob:'));
  return {
    bytes,
    requests: requested.length - cached.size,
    crossOrigin: requested.filter((it) => new URL(it).origin !== origin).length,
    firstPaint: seen.first,
    largestPaint: seen.largest,
    blocking: seen.blocking,
  };
}
