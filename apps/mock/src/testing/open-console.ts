import { readFile } from 'node:fs/promises';
import { launchChromium } from '@telecrm/chromium';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import type { Mock } from '../options.ts';

/** The console of a sandbox in a browser, and the requests that it has sent. */
export interface OpenConsole {
  readonly page: Page;
  /** The URLs of all requests. */
  readonly requestedUrls: readonly URL[];
  /** The errors of the page: exceptions, and violations of the policy. */
  readonly wrong: readonly string[];
  /** Opens a section of a workspace, or the list of workspaces. */
  show(enterpriseId?: string, section?: string): Promise<void>;
  /** Opens a section with its data, and expands everything in it. */
  showAll(enterpriseId: string, section: string): Promise<void>;
  close(): Promise<void>;
}

/** A browser for one test file, closed after its last test. */
export async function browserForThisFile() {
  const { browser, close } = await launchChromium();
  afterAll(close);
  return {
    async open(mock: Pick<Mock, 'url'>, options: BrowserContextOptions = {}): Promise<OpenConsole> {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      const requestedUrls: URL[] = [];
      const wrong: string[] = [];
      page.on('request', (request) => requestedUrls.push(new URL(request.url())));
      page.on('pageerror', (error) => wrong.push(error.message));
      page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
      async function show(enterpriseId?: string, section = 'overview') {
        const hash = enterpriseId === undefined ? '' : `${enterpriseId}/${section}`;
        await page.goto(`${mock.url}/_sandbox/#/${hash}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
      }
      const loaded = () => page.getByText('Loading …').first().waitFor({ state: 'detached' });
      return {
        page,
        requestedUrls,
        wrong,
        show,
        async showAll(enterpriseId, section) {
          await show(enterpriseId, section);
          await page.locator(`nav a[aria-current=page][href$="/${section}"]`).waitFor();
          await loaded();
          for (const summary of await page.locator('summary').all()) await summary.click();
          // Expanded parts are rendered in the next frame, and may load data themselves.
          await page.evaluate(
            'new Promise((done) => requestAnimationFrame(() => setTimeout(done)))',
          );
          await loaded();
        },
        close: () => context.close(),
      };
    },
  };
}

const axe = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** The violations that axe-core finds in a page, whatever their impact. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which the policy of the page does not restrict.
  await page.evaluate(axe);
  return page.evaluate<
    string[]
  >(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`);
}
