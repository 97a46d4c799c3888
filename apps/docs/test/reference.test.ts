import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openBrowser, openSite } from './open-site.ts';
import { apis } from './site.ts';
import { visit } from './visitor.ts';

const browser = await openBrowser();
const url = await openSite();

test.each(apis)(
  '$title: every operation opens at its own address',
  async ({ slug, operations }) => {
    const context = await browser.newContext();
    const { page, complaints } = await visit(
      context,
      `${url}/${slug}/#${operations.at(-1)?.anchor}`,
    );
    for (const { anchor, summary, method, path } of operations.toReversed()) {
      await page.evaluate(`location.hash = ${JSON.stringify(anchor)}`);
      const section = page.locator(`[data-section-id="${anchor}"]`);
      const heading = section.locator('h2').first();
      await heading.waitFor();
      expect(await heading.textContent()).toBe(summary);
      const text = (await section.textContent()) ?? '';
      expect(text).toContain(method);
      expect(text).toContain(path);
      await expect.poll(async () => (await heading.boundingBox())?.y).toBeLessThan(400);
    }
    expect(complaints).toEqual([]);
    await context.close();
  },
);

test('a sample is that of the chosen example, in the chosen language', async () => {
  const context = await browser.newContext();
  const { page } = await visit(context, `${url}/sync/#/leads/searchleads`);
  const section = page.locator('[data-section-id="/leads/searchleads"]');
  const sample = section.locator('pre', { hasText: 'ent_sandbox' }).first();
  expect(await sample.textContent()).toContain('"phone": "919999999999"');
  await section.getByText('By phone').first().click();
  await page.getByText('Every lead', { exact: true }).last().click();
  await expect.poll(() => sample.textContent()).toContain("--data '{}'");
  await section.getByText('curl', { exact: true }).first().click();
  await page.getByText('TypeScript', { exact: true }).last().click();
  await section.getByText('searchLeads({ body: {} })').first().waitFor();
  await context.close();
});

test.each(['sync.json', 'sync.yaml', 'async.json', 'async.yaml'])(
  '%s downloads as it is in @telecrm/spec',
  async (name) => {
    const answer = await fetch(`${url}/openapi/${name}`);
    const spec = fileURLToPath(import.meta.resolve(`@telecrm/spec/${name}`));
    expect(Buffer.from(await answer.arrayBuffer()).equals(await readFile(spec))).toBe(true);
  },
);

test('every operation and guide is linked from the landing page', async () => {
  const text = await (await fetch(url)).text();
  for (const { slug, operations } of apis) {
    for (const { id } of operations) expect(text).toContain(`href="./${slug}/${id}/"`);
  }
});
