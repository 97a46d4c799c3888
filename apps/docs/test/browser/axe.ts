import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** A fault that axe-core finds in a page; serious and critical ones only. */
export interface Violation {
  rule: string;
  selector: string;
  html: string;
}

const axe = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** The rules of axe that look at colors and are on by default. */
export const colorRules = ['color-contrast', 'link-in-text-block'];

/**
 * Shows the page as it will stay. What fades has neither its old color nor its new one. What `content-visibility` leaves
 * out while it is off the screen has its full height for those who measure it but not for the layout, so that axe finds
 * texts on top of each other. Animations that run forever are canceled.
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
 * Checks a page, or the part that the selector names, with axe-core, by all its rules or by some. The debugger evaluates
 * it, which the policy of the page does not concern.
 */
export async function violations(
  page: Page,
  selector?: string,
  rules?: string[],
): Promise<Violation[]> {
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(axe);
  await page.evaluate(settle);
  const part = selector ? JSON.stringify(selector) : 'document';
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) };
  const found = await page.evaluate<AxeViolation[]>(
    `axe.run(${part}, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
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
