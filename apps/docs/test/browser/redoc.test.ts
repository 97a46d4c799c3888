import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { redocAnchor } from '../../src/redoc/address.ts';
import { apis, guides } from '../fixtures/site.ts';
import { openBrowser, openSite } from './open-site.ts';
import { visit } from './visit.ts';

const browser = await openBrowser();
const url = await openSite();

it.each(apis)('$title: every operation opens at its own address', async ({ name, operations }) => {
  const context = await browser.newContext();
  const { page, problems } = await visit(context, `${url}/${name}/redoc/`);
  for (const operation of operations.toReversed()) {
    const { summary, method, path } = operation;
    const anchor = redocAnchor(operation);
    await page.evaluate(`location.hash = ${JSON.stringify(anchor)}`);
    const section = page.locator(`[data-section-id="${anchor}"]`);
    const heading = section.locator('h2').first();
    await heading.waitFor();
    expect(await heading.textContent()).toBe(summary);
    const text = (await section.textContent()) ?? '';
    expect(text).toContain(method);
    expect(text).toContain(path);
    await expect
      .poll(async () => (await heading.boundingBox())?.y, { timeout: 20_000 })
      .toBeLessThan(400);
  }
  expect(problems).toEqual([]);
  await context.close();
});

it('shows a sample in the selected language with syntax highlighting', async () => {
  const context = await browser.newContext();
  const { page, problems } = await visit(context, `${url}/sync/redoc/#/leads/searchleads`);
  const section = page.locator('[data-section-id="/leads/searchleads"]');
  const sample = section.locator('pre', { hasText: 'ent_sandbox' }).first();
  expect(await sample.textContent()).toContain('"phone": "919999999999"');
  await section.getByText('curl', { exact: true }).first().click();
  await page.getByText('TypeScript', { exact: true }).last().click();
  const code = section.locator('pre', { hasText: 'createSyncClient' }).first();
  await code.waitFor();
  const colors = await code
    .locator('span')
    .evaluateAll((spans) => [
      ...new Set(
        spans.map((span) => (span as unknown as { style: { color: string } }).style.color),
      ),
    ]);
  expect(colors).toContain('var(--code-block-tokens-string-color)');
  expect(problems).toEqual([]);
  await context.close();
});

it('uses the font sizes and colors of the plain pages', async () => {
  const context = await browser.newContext({ colorScheme: 'light' });
  const { page } = await visit(context, `${url}/sync/redoc/#/leads/createlead`);
  const section = page.locator('[data-section-id="/leads/createlead"]');
  const required = section.getByText('required', { exact: true }).first();
  await required.waitFor();
  const styles = await page.evaluate<string[]>(`(() => {
    const section = document.querySelector('[data-section-id="/leads/createlead"]');
    const required = [...section.querySelectorAll('span')].find((it) => it.textContent === 'required');
    return [section.querySelector('p'), required, section.querySelector('pre')]
      .map((it) => getComputedStyle(it))
      .map(({ fontSize, color }) => fontSize + ' ' + color);
  })()`);
  expect(styles).toEqual([
    '16px rgb(26, 28, 33)',
    '15px rgb(138, 75, 0)',
    expect.stringMatching(/^13\.5px /),
  ]);
  await context.close();
});

it('shows operations only, with links to the guides', async () => {
  const context = await browser.newContext();
  const { page } = await visit(context, `${url}/sync/redoc/`);
  expect(await page.locator('[data-section-id^="/section/"]').count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Quickstart' }).first().getAttribute('href')).toBe(
    '../../guides/quickstart/',
  );
  await context.close();
});

it.each(['sync.json', 'sync.yaml', 'async.json', 'async.yaml'])(
  '%s can be downloaded, identical to the file in @telecrm/spec',
  async (name) => {
    const response = await fetch(`${url}/openapi/${name}`);
    const spec = fileURLToPath(import.meta.resolve(`@telecrm/spec/${name}`));
    expect(Buffer.from(await response.arrayBuffer()).equals(await readFile(spec))).toBe(true);
  },
);

it('the landing page links to every operation and guide', async () => {
  const text = await (await fetch(url)).text();
  for (const { name, operations } of apis) {
    for (const { id } of operations) expect(text).toContain(`href="./${name}/${id}/"`);
  }
  for (const { name } of guides) expect(text).toContain(`href="./guides/${name}/"`);
});
