import type { Locator, Page } from 'playwright-core';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The lines of the code with this label that the button covers. */
export async function coveredLines(page: Page, label: string, button: Locator): Promise<Box[]> {
  const code = await page.getByLabel(label).boundingBox();
  const over = await button.boundingBox();
  const lines = await page.evaluate<Box[]>(`(() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('[aria-label="${label}"] code'));
    return Array.from(range.getClientRects(), ({ x, y, width, height }) => ({ x, y, width, height }));
  })()`);
  if (code === null || over === null || lines.length === 0)
    throw new Error(`${label} is not visible`);
  return lines.filter((line) => intersects(line, over));
}

function intersects(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
