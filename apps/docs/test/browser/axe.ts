import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** What axe-core has against a page: the rule, where and on what; serious and critical ones only. */
export type Violation = { rule: string; selector: string; html: string };

const axe = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** The rules of axe that look at colors and are on by default. */
export const colorRules = ['color-contrast', 'link-in-text-block'];

/** Resolves once all colors have faded in; some transitions of Redoc, of parts that are out of sight, never end. */
const faded = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  .then(() => Promise.race([
    Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
    new Promise((done) => setTimeout(done, 500)),
  ]))`;

/**
 * Has axe-core look at a page, or at what the selector names of it, by all its rules or by some. It is handed in by the
 * debugger, which no policy of the page concerns.
 */
export async function violations(
  page: Page,
  selector?: string,
  rules?: string[],
): Promise<Violation[]> {
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(axe);
  // What is still fading has neither its old color nor its new one.
  await page.evaluate(faded);
  const part = selector ? JSON.stringify(selector) : 'document';
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) };
  const found = await page.evaluate<AxeResult>(
    `axe.run(${part}, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => ({ rule: id, selector: target.join(' '), html })),
    );
}

type AxeResult = { id: string; impact: string; nodes: { target: string[]; html: string }[] }[];
