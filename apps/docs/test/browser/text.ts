import type { Locator, Page } from 'playwright-core';

/** The visible text of an element. */
export function visibleText(locator: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: hidden text must not be included.
  return locator.innerText();
}

/** Whether a page is shown in light or in dark mode. */
export async function displayedColorScheme(page: Page): Promise<string> {
  const color = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  const [red = 0] = color.match(/\d+/g)?.map(Number) ?? [];
  return red > 127 ? 'light' : 'dark';
}
