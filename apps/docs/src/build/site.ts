import { readFile } from 'node:fs/promises';
import { type ApiModel, type ApiName, readApi } from '@telecrm/spec/model';
import { type Release, releaseNotes } from '../content/changelog/release.ts';
import { type Demo, runDemo } from '../content/demo/demo.ts';
import { type Guide, readGuides } from '../content/guides/guide.ts';
import { brunoArchive } from '../downloads/collections/bruno.ts';
import { postmanCollection } from '../downloads/collections/postman.ts';
import { changelogFeed } from '../downloads/machine-readable/feed.ts';
import { llmsTxt } from '../downloads/machine-readable/llms.ts';
import {
  apiMarkdown,
  guideMarkdown,
  guidesMarkdown,
  operationMarkdown,
  startMarkdown,
} from '../downloads/machine-readable/markdown.ts';
import { robotsTxt, sitemap } from '../downloads/machine-readable/robots.ts';
import { apiPage } from '../pages/api.ts';
import { changelogPage } from '../pages/changelog.ts';
import { checkMarkdown, checkPage } from '../pages/check.ts';
import type { Site } from '../pages/components/shell.ts';
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
import { addAsset, type Files, withFileName } from './files.ts';
import { addRedocPages } from './redoc-pages.ts';

/** The input of the build. */
export interface Source {
  /** The URL of the published site, with a trailing slash. */
  origin: string;
  fingerprint: string;
  version: string;
  /** The URL of the public repository with a trailing slash. If it is set, pages link to their source. */
  repository?: string;
  /** The bundle files of both APIs. */
  bundles: Record<ApiName, { json: string; yaml: string }>;
  /** The file with the guides that `@telecrm/spec` builds. */
  guides: string;
  /** The pages of the tools, which follow the guides. */
  tools: Guide[];
  releases: Release[];
}

/**
 * Builds all files of the site.
 *
 * @param render - Renders the Redoc pages.
 */
export async function buildSite(source: Source, render = renderRedoc): Promise<Files> {
  const { origin, bundles, releases } = source;
  const files: Files = new Map();
  const guides = [...(await readGuides(source.guides)), ...source.tools];
  const apis = await Promise.all([readBundle(bundles.async.json), readBundle(bundles.sync.json)]);
  const demo = await runDemo();
  const site = await addSharedFiles(files, source, apis, guides, demo);

  for (const api of apis) await addApi(files, site, api, apis, guides, bundles[api.name]);
  for (const guide of guides) {
    files.set(`guides/${guide.name}/index.html`, String(guidePage(site, guide, guides, apis)));
    files.set(`guides/${guide.name}.md`, guideMarkdown(guide, guides, apis));
  }
  files.set('guides/index.html', String(guidesPage(site, guides, apis)));
  files.set('guides.md', guidesMarkdown(guides));
  files.set('changelog/index.html', String(changelogPage(site, releases)));
  files.set('changelog.md', releaseNotes(releases));
  files.set('changelog/feed.xml', changelogFeed(origin, releases));
  files.set('index.html', String(landingPage(site, apis, guides, demo)));
  files.set('index.md', startMarkdown(apis, guides));
  files.set('check/index.html', String(checkPage(site)));
  files.set('check.md', checkMarkdown);
  files.set('404.html', String(notFoundPage(site)));
  files.set('favicon.ico', await readFile(imageFile('favicon.ico')));
  const logo = addAsset(files, 'redocly.svg', await readFile(imageFile('redocly.svg'), 'utf8'));
  await addRedocPages(files, site, apis, logo, (api, scripts) =>
    withFileName(bundles[api.name].json, render(api, guides, scripts)),
  );
  addMachineReadable(files, origin, apis, guides);
  return files;
}

/** Adds the scripts, style sheets and images that several pages use. */
async function addSharedFiles(
  files: Files,
  { origin, fingerprint, version, repository }: Source,
  apis: readonly ApiModel[],
  guides: readonly Guide[],
  demo: Demo,
): Promise<Site> {
  const style = await bundleStyle();
  const earlyScript = await bundleEarlyScript();
  return {
    origin,
    fingerprint,
    version,
    policy: plainPolicy({ style, script: earlyScript }),
    style,
    icon: addAsset(files, 'icon.svg', await readFile(imageFile('icon.svg'), 'utf8')),
    socialImage: addAsset(files, 'social.png', await readFile(imageFile('social.png'))),
    repository,
    earlyScript,
    checkStyle: await addStyle(files, 'check'),
    ...(await addScripts(
      files,
      createIndex(searchRecords(apis, guides)),
      withMistakes(tryOperations(apis), demo.body),
    )),
  };
}

/** Adds the pages and the downloads of an API. */
async function addApi(
  files: Files,
  site: Site,
  api: ApiModel,
  apis: readonly ApiModel[],
  guides: readonly Guide[],
  bundles: Source['bundles'][ApiName],
): Promise<void> {
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
    files.set(`openapi/${api.name}.${format}`, await readFile(bundles[format]));
  }
}

function readBundle(file: string): Promise<ApiModel> {
  return withFileName(
    file,
    readFile(file, 'utf8').then((text) => readApi(JSON.parse(text))),
  );
}

/** Adds the files for language models and search engines. */
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
    const guidesOfApi = guides.filter((guide) => guide.apis.includes(api.name));
    const paths = [
      ...guidesOfApi.map(({ name }) => `guides/${name}.md`),
      ...api.operations.map(({ id }) => `${api.name}/${id}.md`),
    ];
    const start = llmsTxt(origin, [api], guidesOfApi);
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
