import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '@telecrm/chromium';
import { expect, it, onTestFinished } from 'vitest';
import { startDev } from '../../src/serve/dev/dev.ts';
import { copySpec } from '../fixtures/copy-spec.ts';

// Each save starts a lint and a build, which are slow while other test suites use the processor.
it('shows a saved guide or description on the open page, and logs its errors', {
  timeout: 240_000,
}, async () => {
  const spec = await copySpec();
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-docs-dev-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const dist = (name: string) => join(spec, 'dist', name);
  const logged: string[] = [];
  const dev = await startDev({
    port: 0,
    folder,
    spec: `${spec}/`,
    source: {
      origin: 'http://127.0.0.1:4000/',
      fingerprint: '0123456789ab',
      version: '0.0.0',
      bundles: {
        sync: { json: dist('sync.json'), yaml: dist('sync.yaml') },
        async: { json: dist('async.json'), yaml: dist('async.yaml') },
      },
      guides: dist('guides.json'),
      tools: [],
      releases: [],
    },
    log: (line) => logged.push(line),
  });
  onTestFinished(() => dev.close());
  const { browser, close } = await launchChromium();
  onTestFinished(() => close());
  const page = await browser.newPage();
  await page.goto(`${dev.url}/guides/dates/`);

  const edit = async (file: string, from: string, to: string) => {
    const text = await readFile(join(spec, file), 'utf8');
    expect(text).toContain(from);
    await writeFile(join(spec, file), text.replace(from, to));
  };
  await edit('guides/dates.md', 'Send a date in', 'Send a moment in');
  await page
    .getByText('Send a moment in')
    .waitFor({ timeout: 60_000 })
    .catch(() => expect(logged).toEqual([]));

  await page.goto(`${dev.url}/sync/createLead/`);
  await edit('sync/paths/leads/lead.yaml', 'summary: Create a lead', 'summary: Make a lead');
  await page.getByRole('heading', { level: 1, name: 'Make a lead' }).waitFor({ timeout: 60_000 });

  await edit('guides/dates.md', 'Send a moment in', '[Send a moment](gone.md) in');
  await expect
    .poll(() => logged.join('\n'), { timeout: 60_000 })
    .toMatch(/guides\/dates\.md:10 guide-link: gone\.md leads nowhere, no such guide/);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Make a lead');

  logged.length = 0;
  await edit('sync/paths/leads/lead.yaml', 'summary: Make a lead', 'summary: Make a lead.');
  await expect.poll(() => logged.join('\n'), { timeout: 60_000 }).toContain('lead.yaml');
  // This save cancels the lint of the previous save, but the error of that save is still logged.
  await edit('guides/dates.md', '[Send a moment](gone.md) in', 'Send a moment in');
  await expect
    .poll(() => logged.join('\n'), { timeout: 60_000 })
    .toContain('rule/operation-summary-style');
});
