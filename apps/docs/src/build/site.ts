import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Release, releaseNotes } from '../changelog/release.ts';
import { type Guide, readGuides } from '../guides/guides.ts';
import { llmsTxt } from '../machine/llms.ts';
import { guideMarkdown, operationMarkdown } from '../machine/markdown.ts';
import { robotsTxt, sitemap } from '../machine/robots.ts';
import { changelogPage } from '../pages/changelog.ts';
import { guidePage, guidesPage } from '../pages/guide.ts';
import { landingPage } from '../pages/landing.ts';
import { notFoundPage } from '../pages/not-found.ts';
import { operationPage } from '../pages/operation.ts';
import { referencePage } from '../pages/reference.ts';
import type { Site } from '../pages/shell.ts';
import { readReference } from '../reference/reference.ts';
import { redocScript } from '../reference/script.ts';
import { searchIndex } from '../search/index.ts';
import { searchRecords } from '../search/records.ts';
import { plainPolicy, redocPolicy } from '../serve/csp.ts';
import { type Api, readApi } from '../spec/api.ts';
import { addAsset, type Files } from './files.ts';
import { addScripts } from './scripts.ts';

/** What the site is made from. */
export type Source = {
  /** Where the site will be published, with a slash at the end. */
  origin: string;
  fingerprint: string;
  version: string;
  /** The bundle files of both APIs. */
  bundles: Record<Api['slug'], { json: string; yaml: string }>;
  /** The guides as `@telecrm/spec` builds them. */
  guides: string;
  releases: Release[];
};

/** Makes every file of the site. Another way to have Redoc draw its pages can be given. */
export async function buildSite(source: Source, draw = readReference): Promise<Files> {
  const { origin, fingerprint, version, bundles } = source;
  const files: Files = new Map();
  const guides = await readGuides(source.guides);
  const apis = await Promise.all(
    (['async', 'sync'] as const).map((slug) =>
      naming(bundles[slug].json, readApi(slug, bundles[slug].json)),
    ),
  );
  const style = await readStyle();
  const scripts = await addScripts(files, searchIndex(searchRecords(apis, guides)));
  const site: Site = {
    origin,
    fingerprint,
    version,
    policy: plainPolicy({ style, script: scripts.early }),
    style,
    icon: addAsset(files, 'icon.svg', await readPart('icon.svg')),
    early: scripts.early,
    script: scripts.page,
  };

  await addReferences(files, site, source, apis, guides, draw);
  for (const api of apis) {
    for (const operation of api.operations) {
      const path = `${api.slug}/${operation.id}`;
      files.set(`${path}/index.html`, operationPage(site, api, operation, apis, guides).markup);
      files.set(`${path}.md`, operationMarkdown(api, operation, guides));
    }
    for (const format of ['yaml', 'json'] as const) {
      files.set(`openapi/${api.slug}.${format}`, await readFile(bundles[api.slug][format]));
    }
  }
  for (const guide of guides) {
    files.set(`guides/${guide.name}/index.html`, guidePage(site, guide, guides, apis).markup);
    files.set(`guides/${guide.name}.md`, guideMarkdown(guide, guides, apis));
  }
  files.set('guides/index.html', guidesPage(site, guides, apis).markup);
  files.set('changelog/index.html', changelogPage(site, source.releases).markup);
  files.set('changelog.md', releaseNotes(source.releases));
  files.set('index.html', landingPage(site, apis, guides).markup);
  files.set('404.html', notFoundPage(site).markup);
  addForMachines(files, origin, apis, guides);
  return files;
}

/** The two pages that Redoc draws on, and the headers that allow what they need. */
async function addReferences(
  files: Files,
  site: Site,
  { bundles }: Source,
  apis: Api[],
  guides: Guide[],
  draw: typeof readReference,
): Promise<void> {
  const logo = addAsset(files, 'redocly.svg', await readPart('redocly.svg'));
  const redoc = addAsset(files, 'redoc.js', await redocScript(`../${logo}`));
  const references = await Promise.all(
    apis.map(async (api) => ({
      api,
      parts: await naming(bundles[api.slug].json, draw(api, apis, guides, `./${basename(redoc)}`)),
    })),
  );
  const policy = redocPolicy(
    { style: site.style, script: site.early },
    references.flatMap(({ parts }) => parts.styleAttributes),
  );
  for (const { api, parts } of references) {
    const page = referencePage(site, api, parts, {
      policy,
      redoc,
      module: addAsset(files, `${api.slug}.js`, parts.module),
      styles: addAsset(files, 'redoc.css', parts.styles),
    });
    files.set(`${api.slug}/index.html`, page.markup);
  }
  // The form in which several static hosts take response headers; our own server reads it too.
  files.set('_headers', `/*\n  Content-Security-Policy: ${policy}; frame-ancestors 'none'\n`);
}

function addForMachines(files: Files, origin: string, apis: Api[], guides: Guide[]): void {
  const twins = [...files].filter(([path]) => path.endsWith('.md'));
  const intro = llmsTxt(origin, apis, guides);
  files.set('llms.txt', intro);
  files.set('llms-full.txt', [intro, ...twins.map(([, text]) => String(text))].join('\n---\n\n'));
  const pages = [...files.keys()]
    .filter((path) => path.endsWith('index.html'))
    .map((path) => path.replace(/index\.html$/, ''));
  files.set('sitemap.xml', sitemap(origin, pages.sort()));
  files.set('robots.txt', robotsTxt(origin));
}

/** The parts of the site's style sheet, in the order in which later ones win. */
const styleParts = [
  'base',
  'bar',
  'landing',
  'code',
  'lists',
  'page',
  'table',
  'reference',
  'search',
  'small',
];

async function readStyle(): Promise<string> {
  const texts = await Promise.all(styleParts.map((name) => readPart(`styles/${name}.css`)));
  // The browser needs neither comments nor indentation.
  return texts
    .join('')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\n\s*/g, '');
}

function readPart(name: string): Promise<string> {
  return readFile(new URL(`../pages/${name}`, import.meta.url), 'utf8');
}

/** Puts the file before the reason, on one line. */
async function naming<T>(file: string, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`);
  });
}
