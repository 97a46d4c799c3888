import type { Api } from '../api/api.ts';
import type { ReferenceParts } from '../reference/parts.ts';
import { type Html, html, trusted } from './html.ts';
import { type Site, shell, siteLinks } from './shell.ts';

/** The paths of the files a reference loads, relative to the site's root. */
export type ReferenceAssets = { redoc: string; module: string; styles: string; colorMode: string };

/** The page on which Redoc shows one API. */
export function referencePage(
  site: Site,
  api: Api,
  parts: ReferenceParts,
  assets: ReferenceAssets,
): Html {
  const root = '../';
  return shell(site, {
    title: `${api.title} reference`,
    description: api.summary,
    root,
    current: api.slug,
    head: html`<script src="${root}${assets.colorMode}"></script>
<link rel="modulepreload" href="${root}${assets.redoc}">
<link rel="stylesheet" href="${root}${assets.styles}">
${siteLinks(site, root)}
<script type="module" src="${root}${assets.module}"></script>`,
    body: trusted(parts.markup),
  });
}
