import type { Locator, Page } from 'playwright-core';

/** The text that can be seen. */
export function visibleText(locator: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden does not count.
  return locator.innerText();
}

/** Whether a page is shown in light or in dark. */
export async function brightness(page: Page): Promise<string> {
  const color = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  const [red = 0] = color.match(/\d+/g)?.map(Number) ?? [];
  return red > 127 ? 'light' : 'dark';
}
