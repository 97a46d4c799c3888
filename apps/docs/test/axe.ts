import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** What axe-core has against a page: the rule, where and on what; serious and critical ones only. */
export type Violation = { rule: string; selector: string; html: string };

const axe = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/**
 * Has axe-core look at a page, or at what the selector names of it. It is handed in by the debugger, which no policy of
 * the page concerns.
 */
export async function violations(page: Page, selector?: string): Promise<Violation[]> {
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(axe);
  const part = selector ? JSON.stringify(selector) : 'document';
  const found = await page.evaluate<AxeResult>(
    `axe.run(${part}, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => ({ rule: id, selector: target.join(' '), html })),
    );
}

type AxeResult = { id: string; impact: string; nodes: { target: string[]; html: string }[] }[];
