import { readFile } from 'node:fs/promises';
import { type ApiModel, type ApiName, readApi } from '@telecrm/spec/model';
import { type Release, releaseNotes } from '../changelog/release.ts';
import { brunoArchive } from '../collections/bruno.ts';
import { postmanCollection } from '../collections/postman.ts';
import type { Site } from '../components/shell.ts';
import { runDemo } from '../demo/demo.ts';
import { type Guide, readGuides } from '../guides/guide.ts';
import { changelogFeed } from '../machine-readable/feed.ts';
import { llmsTxt } from '../machine-readable/llms.ts';
import {
  apiMarkdown,
  guideMarkdown,
  guidesMarkdown,
  operationMarkdown,
  startMarkdown,
} from '../machine-readable/markdown.ts';
import { robotsTxt, sitemap } from '../machine-readable/robots.ts';
import { apiPage } from '../pages/api.ts';
import { changelogPage } from '../pages/changelog.ts';
import { checkMarkdown, checkPage } from '../pages/check.ts';
import { guidePage, guidesPage } from '../pages/guide.ts';
import { landingPage } from '../pages/landing/page.ts';
import { notFoundPage } from '../pages/not-found.ts';
import { operationPage } from '../pages/operation/page.ts';
import { renderRedoc } from '../redoc/render.ts';
import { createIndex } from '../search/find.ts';
import { searchRecords } from '../search/records.ts';
import { plainPolicy } from '../serve/csp.ts';
import { tryOperations, withMistakes } from '../try/operations.ts';
import { addScripts, addStyle, bundleEarlyScript, bundleStyle } from './assets.ts';
import { addAsset, type Files, named } from './files.ts';
import { addRedocPages } from './redoc-pages.ts';

/** What the site is made from. */
export interface Source {
  /** Where the site will be published, with a slash at the end. */
  origin: string;
  fingerprint: string;
  version: string;
  /** The address of the public repository, with a slash at the end: pages then link to their source. */
  repository?: string;
  /** The bundle files of both APIs. */
  bundles: Record<ApiName, { json: string; yaml: string }>;
  /** The guides as `@telecrm/spec` builds them. */
  guides: string;
  /** The pages of the tools, which stand after the guides. */
  tools: Guide[];
  releases: Release[];
}

/** Makes every file of the site. Redoc's pages can be rendered by another function. */
export async function buildSite(source: Source, render = renderRedoc): Promise<Files> {
  const { origin, fingerprint, version, bundles } = source;
  const files: Files = new Map();
  const guides = [...(await readGuides(source.guides)), ...source.tools];
  const apis = await Promise.all([readBundle(bundles.async.json), readBundle(bundles.sync.json)]);
  const demo = await runDemo();
  const style = await bundleStyle();
  const early = await bundleEarlyScript();
  const site: Site = {
    origin,
    fingerprint,
    version,
    policy: plainPolicy({ style, script: early }),
    style,
    icon: addAsset(files, 'icon.svg', await readFile(imageFile('icon.svg'), 'utf8')),
    picture: addAsset(files, 'social.png', await readFile(imageFile('social.png'))),
    repository: source.repository,
    early,
    checkStyle: await addStyle(files, 'check'),
    script: await addScripts(
      files,
      createIndex(searchRecords(apis, guides)),
      withMistakes(tryOperations(apis), demo.body),
    ),
  };

  for (const api of apis) {
    files.set(`${api.name}/index.html`, String(apiPage(site, api, apis, guides)));
    files.set(`${api.name}.md`, apiMarkdown(api));
    for (const operation of api.operations) {
      const path = `${api.name}/${operation.id}`;
      files.set(`${path}/index.html`, String(operationPage(site, api, operation, apis, guides)));
      files.set(`${path}.md`, operationMarkdown(api, operation, guides));
    }
    files.set(`collections/${api.name}.postman_collection.json`, postmanCollection(api));
    files.set(`collections/telecrm-${api.name}.bruno.zip`, brunoArchive(api));
    for (const format of ['yaml', 'json'] as const) {
      files.set(`openapi/${api.name}.${format}`, await readFile(bundles[api.name][format]));
    }
  }
  for (const guide of guides) {
    files.set(`guides/${guide.name}/index.html`, String(guidePage(site, guide, guides, apis)));
    files.set(`guides/${guide.name}.md`, guideMarkdown(guide, guides, apis));
  }
  files.set('guides/index.html', String(guidesPage(site, guides, apis)));
  files.set('changelog/index.html', String(changelogPage(site, source.releases)));
  files.set('changelog.md', releaseNotes(source.releases));
  files.set('changelog/feed.xml', changelogFeed(origin, source.releases));
  files.set('guides.md', guidesMarkdown(guides));
  files.set('index.md', startMarkdown(apis, guides));
  files.set('index.html', String(landingPage(site, apis, guides, demo)));
  files.set('check/index.html', String(checkPage(site)));
  files.set('check.md', checkMarkdown);
  files.set('404.html', String(notFoundPage(site)));
  files.set('favicon.ico', await readFile(imageFile('favicon.ico')));
  const logo = addAsset(files, 'redocly.svg', await readFile(imageFile('redocly.svg'), 'utf8'));
  await addRedocPages(files, site, apis, logo, (api, scripts) =>
    named(bundles[api.name].json, render(api, guides, scripts)),
  );
  addMachineReadable(files, origin, apis, guides);
  return files;
}

function readBundle(file: string): Promise<ApiModel> {
  return named(
    file,
    readFile(file, 'utf8').then((text) => readApi(JSON.parse(text))),
  );
}

function addMachineReadable(
  files: Files,
  origin: string,
  apis: readonly ApiModel[],
  guides: readonly Guide[],
): void {
  const markdown = [...files].filter(([path]) => path.endsWith('.md'));
  const intro = llmsTxt(origin, apis, guides);
  files.set('llms.txt', intro);
  files.set(
    'llms-full.txt',
    [intro, ...markdown.map(([, text]) => String(text))].join('\n---\n\n'),
  );
  for (const api of apis) {
    const own = guides.filter((guide) => guide.apis.includes(api.name));
    const paths = [
      ...own.map(({ name }) => `guides/${name}.md`),
      ...api.operations.map(({ id }) => `${api.name}/${id}.md`),
    ];
    const start = llmsTxt(origin, [api], own);
    files.set(`${api.name}/llms.txt`, start);
    const texts = paths.map((path) => String(files.get(path)));
    files.set(`${api.name}/llms-full.txt`, [start, ...texts].join('\n---\n\n'));
  }
  const pages = [...files.keys()]
    .filter((path) => path.endsWith('index.html'))
    .map((path) => path.replace(/index\.html$/, ''));
  files.set('sitemap.xml', sitemap(origin, pages.sort()));
  files.set('robots.txt', robotsTxt(origin));
}

function imageFile(name: string): URL {
  return new URL(`../assets/images/${name}`, import.meta.url);
}
