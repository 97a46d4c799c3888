import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** A serious or critical violation that axe-core reports. */
export interface Violation {
  rule: string;
  selector: string;
  html: string;
}

const axe = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** The color rules that axe-core enables by default. */
export const colorRules = ['color-contrast', 'link-in-text-block'];

/**
 * Puts the page into its final state, because axe-core misjudges unfinished pages: an element in a color transition has
 * neither its old nor its new color, and elements that `content-visibility` skips while they are off screen appear to
 * overlap. Animations that never end are canceled.
 */
const settle = `(async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  if (!window.settled) {
    window.settled = new CSSStyleSheet();
    settled.replaceSync(\`*, *::before, *::after {
      transition: none !important;
      content-visibility: visible !important;
    }\`);
    document.adoptedStyleSheets.push(settled);
  }
  await frame();
  await frame();
  for (const animation of document.getAnimations()) {
    try { animation.finish(); } catch { animation.cancel(); }
  }
  await frame();
})()`;

/**
 * Checks a page, or the part that matches the selector, with all rules of axe-core or only the given ones. Playwright
 * evaluates axe-core through the debugger, so the Content-Security-Policy of the page does not block it.
 */
export async function violations(
  page: Page,
  selector?: string,
  rules?: string[],
): Promise<Violation[]> {
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(axe);
  await page.evaluate(settle);
  const target = selector ? JSON.stringify(selector) : 'document';
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) };
  const found = await page.evaluate<AxeViolation[]>(
    `axe.run(${target}, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => ({ rule: id, selector: target.join(' '), html })),
    );
}

interface AxeViolation {
  id: string;
  impact: string;
  nodes: { target: string[]; html: string }[];
}
