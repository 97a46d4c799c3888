/** The packed client, bundled for a browser and opened in Chromium. */
import { readdir, readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { launchChromium } from '@telecrm/chromium';
import { startMock } from '@telecrm/mock';
import { build } from 'esbuild';
import { expect, inject, it } from 'vitest';
import { startSite } from './start-site.ts';

const project = inject('consumer');

it('throws in a page by default, and runs there if browsers are allowed', async () => {
  const bundle = await build({
    entryPoints: [join(project, 'page.mjs')],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  expect(bundle.warnings).toEqual([]);
  const [script] = bundle.outputFiles;
  const mock = await startMock();
  await using site = await startSite(pageWith(script?.text ?? '', mock.url));
  const { browser, close } = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.waitForFunction("document.querySelector('#name').textContent !== ''");
    expect(await page.textContent('#error')).toContain('dangerouslyAllowBrowser');
    expect(await page.textContent('#name')).toBe('Acme Corporation');
  } finally {
    await close();
    await mock.close();
  }
}, 120_000);

it('contains no `any`, no test and no build script', async () => {
  const folder = join(project, 'node_modules/@telecrm/client');
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  expect(Object.keys(manifest.dependencies)).toEqual(['openapi-fetch']);
  const files = await readdir(folder, { recursive: true });
  expect(files.filter((name) => /\.test(-d)?\.ts$|scripts|bench/.test(name))).toEqual([]);
  for (const name of files.filter((name) => name.endsWith('.d.ts'))) {
    const types = (await readFile(join(folder, name), 'utf8')).replaceAll(/\/\*[\s\S]*?\*\//g, '');
    expect(types.match(/[:<|&(\s]any\b(?!\s*:)/g), name).toBeNull();
  }
  // Only `/testing`, `/check` and `/check/vitest` need them.
  expect(manifest.peerDependenciesMeta).toEqual({
    '@telecrm/sandbox': { optional: true },
    '@telecrm/workspace': { optional: true },
    vitest: { optional: true },
  });
}, 120_000);

const html =
  '<!doctype html><p id="error"></p><p id="name"></p><script type="module" src="/page.js"></script>';

/** Responds with a page and its script, and passes every other path to the sandbox. */
function pageWith(script: string, sandboxUrl: string): RequestListener {
  return async ({ url = '/', headers }, response) => {
    const text = url === '/' ? html : url === '/page.js' ? script : undefined;
    if (text !== undefined) {
      const type = url === '/' ? 'text/html' : 'text/javascript';
      response.writeHead(200, { 'Content-Type': type }).end(text);
      return;
    }
    const proxied = await fetch(sandboxUrl + url, {
      headers: { Authorization: headers.authorization ?? '' },
    });
    response.writeHead(proxied.status, { 'Content-Type': 'application/json' });
    response.end(await proxied.text());
  };
}
