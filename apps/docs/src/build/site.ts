import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Api, readApi } from '../api/api.ts';
import { landingPage } from '../pages/landing.ts';
import { notFoundPage } from '../pages/not-found.ts';
import { referencePage } from '../pages/reference.ts';
import type { Site } from '../pages/shell.ts';
import { buildDocs } from '../reference/build-docs.ts';
import { type ReferenceParts, splitPage } from '../reference/parts.ts';
import { redocScript } from '../reference/script.ts';
import { contentSecurityPolicy } from '../serve/csp.ts';
import { addAsset, type Files } from './files.ts';

/** What the site is made from: the bundle files of both APIs and their fingerprint. */
export type Source = {
  fingerprint: string;
  bundles: Record<Api['slug'], { json: string; yaml: string }>;
};

/** The height of the bar on top of a reference, which Redoc has to know; `site.css` has it too. */
const barHeight = 56;

/** Makes every file of the site. */
export async function buildSite({ fingerprint, bundles }: Source): Promise<Files> {
  const files: Files = new Map();
  const style = await readFile(new URL('../pages/site.css', import.meta.url), 'utf8');
  const logo = await readFile(new URL('../pages/redocly.svg', import.meta.url), 'utf8');
  const icon = await readFile(new URL('../pages/icon.svg', import.meta.url), 'utf8');
  const script = addAsset(
    files,
    'redoc.js',
    await redocScript(`../${addAsset(files, 'redocly.svg', logo)}`),
  );

  const references: { api: Api; parts: ReferenceParts }[] = [];
  for (const slug of ['sync', 'async'] as const) {
    references.push(await readReference(slug, bundles[slug].json, basename(script)));
  }

  const site: Site = {
    fingerprint,
    style: addAsset(files, 'site.css', style),
    icon: addAsset(files, 'icon.svg', icon),
    policy: contentSecurityPolicy({
      attributes: references.flatMap(({ parts }) => parts.styleAttributes),
      elements: [style],
    }),
  };
  for (const { api, parts } of references) {
    const page = referencePage(site, api, parts, {
      redoc: script,
      module: addAsset(files, `${api.slug}.js`, parts.module),
      styles: addAsset(files, 'redoc.css', parts.styles),
      colorMode: addAsset(files, 'color-mode.js', parts.colorMode),
    });
    files.set(`${api.slug}/index.html`, page.markup);
    for (const format of ['yaml', 'json'] as const) {
      files.set(`openapi/${api.slug}.${format}`, await readFile(bundles[api.slug][format]));
    }
  }
  const apis = references.map(({ api }) => api);
  files.set('index.html', landingPage(site, apis).markup);
  files.set('404.html', notFoundPage(site, style).markup);
  // The form in which several static hosts take response headers; our own server reads it too.
  files.set('_headers', `/*\n  Content-Security-Policy: ${site.policy}; frame-ancestors 'none'\n`);
  return files;
}

async function readReference(slug: Api['slug'], bundle: string, script: string) {
  try {
    const api = await readApi(slug, bundle);
    const downloadUrls = ['yaml', 'json'].map((format) => ({
      title: `${slug}.${format}`,
      url: `../openapi/${slug}.${format}`,
    }));
    const page = await buildDocs(bundle, { downloadUrls, scrollYOffset: barHeight });
    return { api, parts: splitPage(page, `./${script}`) };
  } catch (error) {
    throw new Error(`${bundle}: ${error instanceof Error ? error.message : error}`);
  }
}
